import { z } from 'zod';
import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { ask } from '../http/ask.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { CJ_LIMITS, CjCredentials, cjTrackingClient } from './cj-client.ts';
import { cjReader } from './read.ts';

const Build = z.looseObject({ data: z.looseObject({ getBuildNumber: z.string().nullish() }) });

/** CJ, as the command line connects it. */
export const CJ_SYSTEM: NetworkSystem<typeof CjCredentials> = {
  name: 'cj',
  title: 'CJ',
  credentials: CjCredentials,
  secrets: ['token'],
  operations: [
    { name: 'transactions.read', claim: 'documented', does: 'Reads commissions, netted by action.' },
    { name: 'corrections.write', claim: 'documented', does: 'Cancels and restates orders.' },
  ],
  limits: CJ_LIMITS,
  limitations: [
    'CJ names other correction reasons on its pages than in its schema; the schema’s are sent unless `correctionReasons` says otherwise.',
    'Records do not name the advertiser’s currency: it is configured.',
    'That `closed` means paid is not confirmed on a live account.',
    'A correction is taken to keep the date of the sale.',
    'Limits are published for CJ’s older calls only (25 a minute), and kept for these too.',
    'There is no job to ask for: a correction shows in the records within an hour or more.',
    'A restatement cannot carry over vertical and custom parameters of an order; one with lines is only restated with all of them.',
  ],
  openReader: (credentials, takeTurn) => cjReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) =>
    checkOperations(
      CJ_SYSTEM.operations,
      {
        'transactions.read': tryReading(cjReader(credentials, { takeTurn, attemptsMax: 1 })),
        'corrections.write': async () => {
          const body = { json: { query: '{ getBuildNumber }' } };
          const call = { method: 'POST', path: '/graphqltest', body, signal } as const;
          await ask(cjTrackingClient(credentials, { takeTurn, attemptsMax: 1 }), call, Build);
          return 'CJ’s test mode answers; nothing was changed.';
        },
      },
      signal,
    ),
};
