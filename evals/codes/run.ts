import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';
import { holds } from '../print-scoreboard.ts';
import type { Metric, SuiteResult } from '../suite-result.ts';
import { learningSets, strangerPages, UNSEEN_SETS } from './learning-pages.ts';
import { type CodesPageTruth, scoreCodes } from './score.ts';
import { CODES_THRESHOLDS } from './thresholds.ts';

/**
 * Codes read from pages: those that the rules and the weights were made with, which keeps what works, and those of writers whose pages
 * neither were, which foretells something.
 */
export async function runCodesEval(): Promise<SuiteResult> {
  const judge = await readCodeJudge();
  const sets = learningSets().filter(({ isPlain }) => !isPlain);
  const own = sets.filter(({ name }) => name === 'own').flatMap(({ pages }) => pages);
  const learnt = sets.filter(({ isFragments, name }) => !isFragments && name !== 'own');
  const fragments = sets.filter(({ isFragments }) => isFragments);
  const unseen = UNSEEN_SETS.map((name) => ({ name, pages: strangerPages(name) }));
  const all = (list: readonly { readonly pages: readonly CodesPageTruth[] }[]): CodesPageTruth[] =>
    list.flatMap(({ pages }) => pages);
  const metrics: Record<string, Metric> = {
    ...scoreCodes(own, judge),
    ...named('learnt', scoreCodes(all(learnt), judge)),
    ...named('fragments', scoreCodes(all(fragments), judge)),
    ...named('unseen', scoreCodes(all(unseen), judge)),
    ...named('unseenByRules', scoreCodes(all(unseen))),
  };
  for (const { name, pages } of unseen)
    Object.assign(metrics, named(`unseen.${name}`, scoreCodes(pages, judge)));
  return {
    name: 'codes',
    n: own.length + all(learnt).length + all(fragments).length + all(unseen).length,
    metrics,
    thresholds: CODES_THRESHOLDS,
    pass: Object.entries(CODES_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}

function named(name: string, metrics: ReturnType<typeof scoreCodes>): Record<string, Metric> {
  const { precision, recall, retiredReportedLive } = metrics;
  return {
    ...(precision && { [`${name}Precision`]: precision }),
    ...(recall && { [`${name}Recall`]: recall }),
    ...(retiredReportedLive && { [`${name}RetiredReportedLive`]: retiredReportedLive }),
  };
}
