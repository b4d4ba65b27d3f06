import { claimActions } from '../../db/queries/outbox/claim-actions.ts';
import { deliverClaim } from './deliver-claim.ts';
import { startLeaseKeeper } from './lease-keeper.ts';
import type { OutboxContext } from './outbox-context.ts';
import { presenceOf } from './presence.ts';

/** Delivers until nothing is due any more: for one-shot commands and tests. Gives how many attempts were made. */
export async function deliverDue(context: OutboxContext): Promise<number> {
  const { pool, instance, settings, log } = context;
  const presence = presenceOf(pool, instance, log);
  await presence.ensure();
  const leases = startLeaseKeeper({ pool, leaseSeconds: settings.leaseSeconds, log });
  let attempts = 0;
  try {
    for (const target of context.targets) {
      for (;;) {
        const claims = await claimActions(pool, {
          target: target.name,
          instance,
          leaseSeconds: settings.leaseSeconds,
          limit: settings.concurrency,
        });
        if (claims.length === 0) break;
        attempts += claims.length;
        await Promise.all(claims.map((claim) => deliverClaim(claim, target, leases, context)));
      }
    }
  } finally {
    leases.stop();
    presence.end();
  }
  return attempts;
}
