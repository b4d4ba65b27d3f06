import { Refusal } from '../../domain/errors.ts';
import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { readRefersionTotals, refersionReader } from './read.ts';
import { REFERSION_LIMITS, RefersionCredentials, refersionClient } from './refersion-client.ts';

const DAY_MS = 86_400_000;

/** Refersion, as the command line connects it. */
export const REFERSION_SYSTEM: NetworkSystem<typeof RefersionCredentials> = {
  name: 'refersion',
  title: 'Refersion',
  credentials: RefersionCredentials,
  secrets: ['secretKey'],
  operations: [
    {
      name: 'totals.read',
      claim: 'documented',
      does: 'Reads how many conversions there are and what they pay.',
    },
    {
      name: 'transactions.read',
      claim: 'documented',
      does: 'Reads conversions, where a list of them is configured.',
    },
    {
      name: 'corrections.write',
      claim: 'documented',
      does: 'Sets states, and cancels lines that came back.',
    },
  ],
  limits: REFERSION_LIMITS,
  limitations: [
    'No call that lists conversions is documented: they come by webhook or file, or from the list that `listPath` names.',
    'Without a list a correction cannot be looked at afterwards.',
    'Cancelling lines writes a further conversion each time: an unclear answer goes to a person.',
    'No limits of calls are published; 60 a minute are made at most, 50 conversions a call.',
  ],
  openReader: (credentials, takeTurn) => refersionReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) => {
    const client = refersionClient(credentials, { takeTurn, attemptsMax: 1 });
    return checkOperations(
      REFERSION_SYSTEM.operations,
      {
        'totals.read': async () => {
          const until = new Date();
          const day = { from: new Date(until.getTime() - DAY_MS), until };
          const { conversions } = await readRefersionTotals(client, day, signal);
          return `It reads: ${conversions || 0} conversions in the last day.`;
        },
        'transactions.read':
          credentials.listPath === null
            ? async () => {
                throw new Refusal(
                  'correction_impossible',
                  'Refersion documents no call that lists conversions; set up its webhook, or import its files.',
                );
              }
            : tryReading(refersionReader(credentials, {}, client)),
        'corrections.write': { follows: 'totals.read', because: 'it would change conversions.' },
      },
      signal,
    );
  },
};
