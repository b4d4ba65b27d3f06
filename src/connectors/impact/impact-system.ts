import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { IMPACT_LIMITS, ImpactCredentials } from './impact-client.ts';
import { impactReader } from './read.ts';

/** impact.com, as the command line connects it. */
export const IMPACT_SYSTEM: NetworkSystem<typeof ImpactCredentials> = {
  name: 'impact',
  title: 'impact.com',
  credentials: ImpactCredentials,
  secrets: ['authToken'],
  operations: [
    { name: 'transactions.read', claim: 'documented', does: 'Reads actions of one programme.' },
    { name: 'corrections.write', claim: 'documented', does: 'Changes and reverses actions, one a call.' },
  ],
  limits: IMPACT_LIMITS,
  limitations: [
    'A reversal counts as final once the action is locked; before, it may come back.',
    'A change of state is no update to impact.com, so locking dates are asked for too.',
    'Lines of an action are not read: they cost a call for each action.',
    'impact.com approves by itself at the lock; locked actions cannot be corrected.',
    'Partners’ own sub-ids are not shown to brands; the shared id is read.',
    'The header with the time to wait is taken for seconds when small and for a moment when large.',
  ],
  openReader: (credentials, takeTurn) => impactReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) =>
    checkOperations(
      IMPACT_SYSTEM.operations,
      {
        'transactions.read': tryReading(impactReader(credentials, { takeTurn, attemptsMax: 1 })),
        'corrections.write': {
          follows: 'transactions.read',
          because: 'it would change actions; a token’s scope may still exclude it.',
        },
      },
      signal,
    ),
};
