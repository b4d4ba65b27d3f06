import { type StartingTerms, startingTerms } from '../../../db/queries/applications/starting-terms.ts';
import type { ToolContext } from '../../define-tool.ts';

const KEPT_MAX = 20;
/** Break-even is a sum over months of orders; a run that takes longer than this looks at them once more. */
const KEPT_MS = 60_000;

interface Kept {
  readonly terms: Promise<StartingTerms>;
  readonly at: number;
}
const kept = new WeakMap<object, Map<string, Kept>>();

/**
 * What a new partner of a group may start at, worked out once a minute of a run for all its applications. The gate and the
 * executor work it out anew.
 */
export function termsOfRun(
  {
    db,
    runId,
    now,
    policy,
    programmeCurrency,
  }: Pick<ToolContext, 'db' | 'runId' | 'now' | 'policy' | 'programmeCurrency'>,
  group: string,
  asOf: string,
): Promise<StartingTerms> {
  const work = (): Promise<StartingTerms> =>
    startingTerms(db, group, {
      asOf: new Date(asOf),
      currency: programmeCurrency,
      policy: policy.economics,
    });
  // A person's question in the chat is about now.
  if (runId === null) return work();
  const ofDatabase = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, ofDatabase);
  const key = JSON.stringify([runId, group, asOf, programmeCurrency, policy.economics]);
  const known = ofDatabase.get(key);
  if (known !== undefined && Math.abs(now.getTime() - known.at) < KEPT_MS) return known.terms;
  const terms = work();
  ofDatabase.delete(key);
  ofDatabase.set(key, { terms, at: now.getTime() });
  // What failed is tried again; whoever awaits it hears why.
  terms.catch(() => ofDatabase.delete(key));
  const [oldest] = ofDatabase.keys();
  if (ofDatabase.size > KEPT_MAX && oldest !== undefined) ofDatabase.delete(oldest);
  return terms;
}
