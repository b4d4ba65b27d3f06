import { createInboxEngine } from '../../src/model/embedded/inbox/create-inbox-engine.ts';
import { triageMails } from '../../src/model/embedded/inbox/triage-mail.ts';
import { holds } from '../print-scoreboard.ts';
import type { SuiteResult } from '../suite-result.ts';
import { mailOfCase } from './mail-of-case.ts';
import { readCases } from './read-cases.ts';
import { accuracyByLanguage, type Scored, scoreInbox } from './score.ts';
import { partOf } from './split.ts';
import { INBOX_THRESHOLDS } from './thresholds.ts';

/** Labelled mails without a date count from here. */
const NOW = new Date('2026-11-20T09:00:00Z');

/** Triage by the embedded engine on the mails it did not learn from, against the thresholds. */
export async function runInboxEval(): Promise<SuiteResult> {
  const cases = readCases().filter((mailCase) => partOf(mailCase) === 'test');
  const triages = await triageMails(cases.map(mailOfCase), await createInboxEngine(), {
    now: NOW,
    ownDomains: [],
    autoReplyIntents: [],
    partnerOf: () => null,
  });
  const scored = cases.flatMap((mailCase, at): Scored[] => {
    const triage = triages[at];
    return triage ? [{ mailCase, triage }] : [];
  });
  const metrics = scoreInbox(scored);
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
