import type { ApplicationFeed } from '../../domain/networks/application-feed.ts';
import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { checkOperations, type Trial } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { impactApplications } from './impact-applications.ts';
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
    { name: 'applications.read', claim: 'documented', does: 'Reads applications that wait for the brand.' },
  ],
  limits: IMPACT_LIMITS,
  limitations: [
    'A reversal counts as final once the action is locked; before, it may come back.',
    'A change of state is no update to impact.com, so locking dates are asked for too.',
    'Lines of an action are not read: they cost a call for each action.',
    'impact.com approves by itself at the lock; locked actions cannot be corrected.',
    'Partners’ own sub-ids are not shown to brands; the shared id is read.',
    'An application is a pending contract that the partner has signed and the brand has not; one without either date counts as one.',
    'Whether partners who have only applied are told of to brands is not documented; where not, an application holds no more than their id.',
    'Applications are accepted and declined at impact.com itself: its call for that is documented, and not built here.',
    'The header with the time to wait is taken for seconds when small and for a moment when large.',
  ],
  ourLinks: ({ campaignId }) => ({ merchantIds: { impact: [campaignId] } }),
  openReader: (credentials, takeTurn) => impactReader(credentials, { takeTurn }),
  openApplications: (credentials, takeTurn) => impactApplications(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) =>
    checkOperations(
      IMPACT_SYSTEM.operations,
      {
        'transactions.read': tryReading(impactReader(credentials, { takeTurn, attemptsMax: 1 })),
        'corrections.write': {
          follows: 'transactions.read',
          because: 'it would change actions; a token’s scope may still exclude it.',
        },
        'applications.read': tryApplications(impactApplications(credentials, { takeTurn, attemptsMax: 1 })),
      },
      signal,
    ),
};

/** Reads what changed in the last day: few, and it changes nothing. */
function tryApplications(feed: ApplicationFeed): Trial {
  return async (signal) => {
    const until = new Date();
    let count = 0;
    const time = { from: new Date(until.getTime() - 86_400_000), until };
    for await (const { applications } of feed.readApplications(time, signal)) count += applications.length;
    return `It reads: ${count} ${count === 1 ? 'application' : 'applications'} of the last day.`;
  };
}
