import { createEmbeddedEngine } from '../../src/model/embedded/create-embedded-engine.ts';
import type { LanguageEngine } from '../../src/model/engine.ts';
import { holds } from '../print-scoreboard.ts';
import type { SuiteResult } from '../suite-result.ts';
import { mailOfCase } from './mail-of-case.ts';
import { readCases } from './read-cases.ts';
import { accuracyByLanguage, type Scored, scoreInbox } from './score.ts';
import { scoreSlots } from './score-slots.ts';
import { INBOX_THRESHOLDS } from './thresholds.ts';

/** Labelled mails without a date count from here. */
const NOW = new Date('2026-11-20T09:00:00Z');

/** Triage on the mails that the embedded engine did not learn from, against the thresholds. */
export async function runInboxEval(engine: LanguageEngine = createEmbeddedEngine()): Promise<SuiteResult> {
  const cases = readCases('test');
  const readings = await engine.readMails(cases.map(mailOfCase), {
    now: NOW,
    ownDomains: [],
    autoReplyIntents: [],
    partnerOf: () => null,
  });
  const scored = cases.flatMap((mailCase, at): Scored[] => {
    const reading = readings[at];
    return reading ? [{ mailCase, triage: reading.triage }] : [];
  });
  const metrics = { ...scoreInbox(scored), ...scoreSlots(scored) };
  // Where a model failed, or its budget was used up, the embedded engine's answer was measured.
  const byEngine = readings.filter(({ madeBy }) => madeBy.engine === engine.name).length;
  metrics.readByThisEngine = { value: byEngine / cases.length, n: cases.length, interval: null };
  for (const { language, accuracy } of accuracyByLanguage(scored)) {
    metrics[`intentAccuracy.${language}`] = accuracy;
  }
  return {
    name: 'inbox',
    n: cases.length,
    metrics,
    thresholds: INBOX_THRESHOLDS,
    pass: Object.entries(INBOX_THRESHOLDS).every(([name, limit]) => {
      const measured = metrics[name];
      return measured !== undefined && holds(measured, limit);
    }),
  };
}
