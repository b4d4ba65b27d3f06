import type { LeakRecord } from '../../../db/queries/coupons/leak-facts.ts';
import type { StoredSighting } from '../../../db/queries/coupons/read-sighting.ts';
import type { LeakJudgement } from '../../../src/domain/leaks/judge-leak.ts';
import type { LeakPlan } from '../../../src/domain/leaks/plan-leak.ts';

/** Everything about one code of ours on one page, looked up anew. */
export interface LeakCase extends LeakRecord, LeakJudgement {
  readonly sighting: StoredSighting;
  /** Ours, from the table. */
  readonly code: string;
  readonly plan: LeakPlan;
  readonly asOf: string;
}
