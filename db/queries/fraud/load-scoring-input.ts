import type { FraudPolicy } from '../../../src/domain/fraud/fraud-policy.ts';
import { fraudWindows } from '../../../src/domain/fraud/fraud-windows.ts';
import type { FraudInput } from '../../../src/domain/fraud/sketch.ts';
import type { Queryable } from '../../client.ts';
import { storedCoverage } from './coverage.ts';
import { loadClickSketches } from './load-click-sketches.ts';
import { loadConversionSketches } from './load-conversion-sketches.ts';
import { loadPartnerFacts } from './load-partner-facts.ts';
import { scoringSpan } from './scoring-span.ts';

/**
 * Everything that scoring reads, as it stood at `asOf`: no later conversion or click is in it.
 *
 * Earlier days come from the sketches, which `refreshSketches` has to have made true; the day of `asOf` is counted
 * from its rows up to that moment. Days that no window of the policy tells apart come added up, so that a programme
 * of thousands of partners stays at a few megabytes.
 */
export async function loadScoringInput(
  db: Queryable,
  asOf: Date,
  policy: Pick<FraudPolicy, 'windowDays' | 'windowsLooked' | 'windowsNeeded'>,
): Promise<FraudInput> {
  const moment = asOf.toISOString();
  const lastDay = moment.slice(0, 10);
  const span = await scoringSpan(db, asOf);
  const historyFrom = span.historyFrom ?? lastDay;
  // Scoring also tells days with clicks from days without.
  const firstDays = [
    ...fraudWindows(moment, historyFrom, policy).map(({ fromDay }) => fromDay),
    ...(span.clicksFrom === null ? [] : [span.clicksFrom]),
    ...(span.clicksTo === null ? [] : [dayAfter(span.clicksTo)]),
  ].sort();
  const coverage = (await storedCoverage(db)) ?? { since: null, until: null };
  return {
    asOf: moment,
    historyFrom,
    partners: await loadPartnerFacts(db, { asOf, coverage }),
    conversions: await loadConversionSketches(db, { asOf, firstDays, coverage }),
    clicks: await loadClickSketches(db, { asOf, apartDay: span.clicksTo ?? lastDay, coverage }),
  };
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
