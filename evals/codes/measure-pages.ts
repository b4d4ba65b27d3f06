/**
 * Reads a folder of pages with all their codes known, and prints how well, as JSON.
 *
 * `node evals/codes/measure-pages.ts <folder> [--as-of 2026-11-23] [--from 01.html] [--to 24.html] [--errors] [--rules]`, where the folder
 * has `truth.jsonl`: `{file, url, language, live: [code], retired: [code], masked: [code]}`, a page a line. Only with `--errors`
 * does it name pages and codes, so that pages kept for the last test stay unseen; with `--rules` the rules decide alone.
 */
import { parseArgs } from 'node:util';
import { readCodes } from '../../src/intake/web/codes/read-codes.ts';
import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';
import { type PageTruth, readPageTruths, truthOf } from './read-page-truths.ts';
import { type CodesPageTruth, keyOf, scoreCodes } from './score.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    'as-of': { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    errors: { type: 'boolean', default: false },
    rules: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  process.stderr.write('Name the folder with truth.jsonl.\n');
  process.exit(2);
}
const judge = values.rules ? null : await readCodeJudge();
const asOf = values['as-of'] === undefined ? new Date() : new Date(values['as-of']);
const pages = readPageTruths(folder).filter(
  ({ file }) => file >= (values.from ?? '') && (values.to === undefined || file <= values.to),
);
const truths = pages.map((page) => truthOf(page, folder, asOf));
if (values.errors) {
  for (const [at, page] of pages.entries()) {
    const truth = truths[at];
    if (truth) writeErrors(page, truth);
  }
}
const { precision, recall, retiredReportedLive, maskRecall } = scoreCodes(truths, judge);
const figures = { pages: pages.length, precision, recall, retiredReportedLive, maskRecall };
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);

function writeErrors({ file, live, retired, masked }: PageTruth, truth: CodesPageTruth): void {
  const { url, language, asOf } = truth;
  const seen = readCodes(truth.open(), { url, language, asOf }, judge);
  const shown = new Set(seen.filter((code) => !code.retired).map(({ code }) => keyOf(code)));
  const meant = new Set([...live, ...masked].map(keyOf));
  const over = new Set(retired.map(keyOf));
  for (const code of [...live, ...masked]) {
    if (shown.has(keyOf(code))) continue;
    const read = seen.find((each) => keyOf(each.code) === keyOf(code));
    process.stdout.write(`${file} missed ${code} ${read ? JSON.stringify(read) : ''}\n`);
  }
  for (const each of seen.filter(({ code, retired: ended }) => !ended && !meant.has(keyOf(code)))) {
    const kind = over.has(keyOf(each.code)) ? 'retired reported live' : 'false';
    process.stdout.write(`${file} ${kind} ${JSON.stringify(each)}\n`);
  }
}
