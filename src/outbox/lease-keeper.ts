import type pg from 'pg';
import type { Claim } from '../../db/queries/outbox/claim-actions.ts';
import { renewLeases } from '../../db/queries/outbox/renew-leases.ts';
import type { WorkerLog } from '../domain/worker-log.ts';

export interface LeaseKeeper {
  /** Renews the claim's lease until `drop`; the signal fires when the claim turns out to be somebody else's. */
  keep(claim: Claim): AbortSignal;
  drop(claim: Claim): void;
  stop(): void;
}

const RENEWALS_A_LEASE = 3;

/** Keeps the leases of the claims that this process works on, all in one statement. */
export function startLeaseKeeper({
  pool,
  leaseSeconds,
  log,
}: {
  readonly pool: pg.Pool;
  readonly leaseSeconds: number;
  readonly log: WorkerLog;
}): LeaseKeeper {
  const kept = new Map<Claim, AbortController>();

  const renew = async (): Promise<void> => {
    const claims = [...kept.keys()];
    if (claims.length === 0) return;
    const ours = await renewLeases(pool, claims, leaseSeconds);
    for (const claim of claims) {
      if (!ours.has(claim.actionId)) kept.get(claim)?.abort(new Error('the claim went to somebody else'));
    }
  };
  const timer = setInterval(
    () => {
      renew().catch((error: unknown) => log.warn({ err: error }, 'leases could not be renewed'));
    },
    (leaseSeconds * 1_000) / RENEWALS_A_LEASE,
  );

  return {
    keep: (claim) => {
      const controller = new AbortController();
      kept.set(claim, controller);
      return controller.signal;
    },
    drop: (claim) => {
      kept.delete(claim);
    },
    stop: () => clearInterval(timer),
  };
}
