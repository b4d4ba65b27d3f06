import { type StartingTerms, startingTerms } from '../../../db/queries/applications/starting-terms.ts';
import type { ToolContext } from '../../define-tool.ts';
import { keptOfRun } from './kept-of-run.ts';

type Context = Pick<ToolContext, 'db' | 'runId' | 'now' | 'policy' | 'programmeCurrency'>;

/** What a new partner of a group may start at: a sum over months of orders, the same for all applications of a run. */
export const termsOfRun = (context: Context, group: string, asOf: string): Promise<StartingTerms> => {
  const { db, policy, programmeCurrency: currency } = context;
  return keptOfRun(context, `terms ${JSON.stringify([group, asOf, currency, policy.economics])}`, () =>
    startingTerms(db, group, { asOf: new Date(asOf), currency, policy: policy.economics }),
  );
};
