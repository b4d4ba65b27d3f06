import assert from 'node:assert';
import { parentPort } from 'node:worker_threads';
import { auditPage } from '../intake/web/page/audit-page.ts';
import { readCodeJudge } from '../model/embedded/codes/read-code-judge.ts';
import { detectLanguage } from '../model/embedded/detect-language.ts';
import { classifyPage } from '../model/embedded/pages/classify-page.ts';
import { readPageWeights } from '../model/embedded/pages/read-page-weights.ts';
import type { AuditMessage, AuditRequestMessage } from './audit-message.ts';
import { embedTexts } from './embed-texts.ts';

/** The thread that audits pages, one at a time. An error ends it; whoever started it hears of that and starts another. */
const port = parentPort;
assert(port, 'runs as a worker only');
const answer = (message: AuditMessage): void => port.postMessage(message);
const [weights, codeJudge] = await Promise.all([readPageWeights(), readCodeJudge()]);

port.on('message', async ({ page }: AuditRequestMessage) => {
  const { source, bytes, url, contentType, ours, asOf, brand } = page;
  const audit = await auditPage(
    { source, content: { bytes }, url, contentType, ours, asOf, brand },
    {
      classify: async (signals) => classifyPage(signals, weights),
      detectLanguage,
      codeJudge,
      embed: embedTexts,
    },
  );
  answer({ is: 'audited', audit });
});
answer({ is: 'ready' });
