import { z } from 'zod';
import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { ask } from '../http/ask.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { PARTNERIZE_LIMITS, PartnerizeCredentials, partnerizeClient } from './partnerize-client.ts';
import { partnerizeReader } from './read.ts';

/** Partnerize, as the command line connects it. */
export const PARTNERIZE_SYSTEM: NetworkSystem<typeof PartnerizeCredentials> = {
  name: 'partnerize',
  title: 'Partnerize',
  credentials: PartnerizeCredentials,
  secrets: ['applicationKey', 'userApiKey'],
  operations: [
    {
      name: 'transactions.read',
      claim: 'documented',
      does: 'Reads conversions of one campaign with their items.',
    },
    { name: 'corrections.poll', claim: 'documented', does: 'Asks what became of a bulk update.' },
    {
      name: 'corrections.write',
      claim: 'documented',
      does: 'Approves, rejects and amends conversions in bulk.',
    },
  ],
  limits: PARTNERIZE_LIMITS,
  limitations: [
    'Partnerize limits calls and publishes no figure; 60 a minute are made at most.',
    'A conversion whose items differ in state is `mixed`, and its status unknown.',
    'The unit of the lag from click to sale is not documented; it counts where the two times agree.',
    'Amounts are changed by item: a correction needs the order’s lines where there are several items.',
    'A job counts refused rows and does not name them in a documented form; a second look does.',
    'A job reference is described for bulk updates but not among the fields they accept; none is sent.',
  ],
  openReader: (credentials, takeTurn) => partnerizeReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) => {
    const client = partnerizeClient(credentials, { takeTurn, attemptsMax: 1 });
    return checkOperations(
      PARTNERIZE_SYSTEM.operations,
      {
        'transactions.read': tryReading(partnerizeReader(credentials, {}, client)),
        'corrections.poll': async () => {
          await ask(client, { method: 'GET', path: '/v3/jobs', query: { limit: '1' }, signal }, z.unknown());
          return 'It may read the jobs of corrections.';
        },
        'corrections.write': { follows: 'corrections.poll', because: 'it would change conversions.' },
      },
      signal,
    );
  },
};
