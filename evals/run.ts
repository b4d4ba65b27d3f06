/**
 * The scoreboard: every suite's figures against its thresholds.
 *
 * Started as a child by `marginkeeper eval [suite] [--engine embedded|model] [--json]`; exit 1 when a threshold is missed,
 * or when a model is to be measured and none is configured.
 */
import { parseArgs } from 'node:util';
import type { LanguageEngine } from '../src/model/engine.ts';
import { runChatEval } from './chat/run.ts';
import { runCodesEval } from './codes/run.ts';
import { runCouponEval } from './coupons/run.ts';
import { EVAL_ENGINES, evalEngine } from './eval-engine.ts';
import { runFraudEval } from './fraud/run.ts';
import { runInboxEval } from './inbox/run.ts';
import { runInjectionEval } from './injection/run.ts';
import { runPagesEval } from './pages/run.ts';
import { printScoreboard } from './print-scoreboard.ts';
import { runReconcileEval } from './reconcile/run.ts';
import type { SuiteResult } from './suite-result.ts';
import { runVettingEval } from './vetting/run.ts';

/** `inbox` measures the engine asked for; the others have their own. */
const SUITES: Readonly<Record<string, (engine: LanguageEngine) => Promise<SuiteResult> | SuiteResult>> = {
  fraud: () => runFraudEval(),
  inbox: runInboxEval,
  chat: () => runChatEval(),
  injection: () => runInjectionEval(),
  vetting: () => runVettingEval(),
  pages: () => runPagesEval(),
  codes: () => runCodesEval(),
  coupons: () => runCouponEval(),
  reconcile: () => runReconcileEval(),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: 'string', default: 'embedded' }, json: { type: 'boolean', default: false } },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(SUITES);
const unknown = wanted.find((name) => !(name in SUITES));
if (unknown !== undefined) {
  fail(2, `There is no suite ${unknown}; there are: ${Object.keys(SUITES).join(', ')}.`);
}
const engineName = EVAL_ENGINES.find((name) => name === values.engine);
if (engineName === undefined) {
  fail(2, `There is no engine ${values.engine}; there are: ${EVAL_ENGINES.join(', ')}.`);
}
const engine = evalEngine(engineName);
if (engine === null) {
  fail(1, 'No language model is configured: set OPENAI_API_KEY, OPENAI_BASE_URL or MARGINKEEPER_GGUF.');
}

const suites: SuiteResult[] = [];
for (const name of wanted) {
  const suite = SUITES[name];
  if (suite) suites.push(await suite(engine));
}
if (values.json) process.stdout.write(`${JSON.stringify({ suites })}\n`);
else printScoreboard(suites);
process.exitCode = suites.every(({ pass }) => pass) ? 0 : 1;

function fail(code: number, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(code);
}
