import { z } from 'zod';
import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { ask } from '../http/ask.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { AWIN_LIMITS, AwinCredentials, awinClient } from './awin-client.ts';
import { awinReader } from './read.ts';

/** Awin, as the command line connects it. */
export const AWIN_SYSTEM: NetworkSystem<typeof AwinCredentials> = {
  name: 'awin',
  title: 'Awin',
  credentials: AwinCredentials,
  secrets: ['token'],
  operations: [
    { name: 'transactions.read', claim: 'documented', does: 'Reads transactions and what became of them.' },
    { name: 'corrections.poll', claim: 'documented', does: 'Asks what became of a batch of corrections.' },
    { name: 'corrections.write', claim: 'documented', does: 'Approves, declines and amends transactions.' },
  ],
  limits: AWIN_LIMITS,
  limitations: [
    'The advertiser API needs a plan that includes it (Accelerate or Advanced).',
    'Times carry no zone; they are asked for, and taken, in UTC.',
    'That a commission was paid shows only when its sale is read again by date of sale.',
    'Awin reckons the commission from the amended sale; an amount of commission cannot be set.',
    'The shape of the answer that names the job of a batch is not documented; a job id alone or in `jobId` is read.',
  ],
  ourLinks: ({ advertiserId }) => ({ merchantIds: { awin: [advertiserId] } }),
  openReader: (credentials, takeTurn) => awinReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) => {
    const client = awinClient(credentials, { takeTurn, attemptsMax: 1 });
    const path = `/advertisers/${credentials.advertiserId}/transactions/jobs`;
    return checkOperations(
      AWIN_SYSTEM.operations,
      {
        'transactions.read': tryReading(awinReader(credentials, {}, client)),
        'corrections.poll': async () => {
          await ask(client, { method: 'GET', path, signal }, z.unknown());
          return 'It may read the jobs of corrections.';
        },
        'corrections.write': { follows: 'corrections.poll', because: 'it would change transactions.' },
      },
      signal,
    );
  },
};
