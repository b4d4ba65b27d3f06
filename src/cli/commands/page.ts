import { Command, InvalidArgumentError } from 'commander';
import type { PageAuditor, PageToAudit, PageUnreadable } from '../../domain/pages/page-auditor.ts';
import type { WebReader } from '../../domain/web/web-reader.ts';
import { pageBytes } from '../../intake/web/page/page-bytes.ts';
import type { CommandContext } from '../context.ts';
import {
  type ComparisonOptions,
  type PageComparison,
  pageComparison,
  withHost,
  withMerchant,
} from '../page-comparison.ts';
import type { PageLine } from '../page-line.ts';
import { printJson } from '../print.ts';
import { printPages } from '../print-pages.ts';
import { startProgress } from '../progress.ts';

/** Pages under way for each thread: one is worked on while the next is read. */
const PAGES_PER_THREAD = 2;
const WITH_SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

interface PageOptions extends ComparisonOptions {
  readonly baseUrl?: string;
  readonly json?: true;
}

export function pageCommand(context: CommandContext): Command {
  return new Command('page')
    .description('audit pages: what they are, say, sell and admit; needs no database')
    .argument('<page...>', 'saved HTML files, or URLs')
    .option('--base-url <url>', 'where the saved files stand, for their relative links', httpUrl)
    .option(
      '--our-host <host>',
      'a host of our shop or redirector: its links are ours; may be repeated',
      withHost,
    )
    .option(
      '--our-merchant <network=id>',
      'our programme’s number at a network, such as awin=1234; may be repeated',
      withMerchant,
    )
    .option(
      '--brand <file>',
      'compare with a brand: its name on the first line, then its text, after a line `Products:` one a line; or JSON {name, text, products}',
    )
    .option(
      '--json',
      'print a line each: {source, contentType, confidence, problemSolving, title, text, …}, or {source, error}',
    )
    .action(async (sources: string[], options: PageOptions) => {
      const comparison = await pageComparison(context.ours, options);
      const auditor = context.services.openPageAuditor();
      const web = sources.some((source) => WITH_SCHEME.test(source)) ? context.services.openWeb() : null;
      const progress = startProgress('auditing');
      const lines: PageLine[] = [];
      let [done, failed] = [0, 0];
      try {
        for await (const line of audited(context, sources, {
          auditor,
          web,
          baseUrl: options.baseUrl ?? null,
          comparison,
        })) {
          done += 1;
          if ('error' in line) failed += 1;
          if (options.json) printJson(line);
          else lines.push(line);
          progress.update(done, sources.length);
        }
      } finally {
        progress.end();
        await web?.close();
        await auditor.close();
      }
      if (!options.json) printPages(lines);
      if (failed > 0 || context.stopping.aborted) process.exitCode = 1;
    });
}

interface Reading {
  readonly auditor: PageAuditor;
  readonly web: WebReader | null;
  readonly baseUrl: string | null;
  readonly comparison: PageComparison;
}

/** A line for each page, in the order asked, several under way at once. */
async function* audited(
  context: CommandContext,
  sources: readonly string[],
  reading: Reading,
): AsyncGenerator<PageLine> {
  const under: Promise<PageLine>[] = [];
  for (const source of sources) {
    if (context.stopping.aborted) break;
    under.push(lineOf(context, source, reading));
    const first = under.length >= reading.auditor.threads * PAGES_PER_THREAD ? under.shift() : undefined;
    if (first) yield await first;
  }
  for (const line of under) yield await line;
}

async function lineOf(context: CommandContext, source: string, reading: Reading): Promise<PageLine> {
  const page = await pageOf(context, source, reading);
  if ('code' in page) return { source, error: page };
  const audit = await reading.auditor.audit(page);
  return 'code' in audit ? { source, error: audit } : audit;
}

async function pageOf(
  { stopping }: CommandContext,
  source: string,
  { web, baseUrl, comparison }: Reading,
): Promise<PageToAudit | PageUnreadable> {
  if (web && WITH_SCHEME.test(source)) {
    const capture = await web.fetch(source, { signal: stopping });
    if (capture.error) return capture.error;
    const { bytes, finalUrl, fetchedAt, contentType, charset } = capture;
    const header = charset === null ? contentType : `${contentType ?? 'text/html'}; charset=${charset}`;
    return { source, bytes, url: finalUrl, contentType: header, asOf: fetchedAt, ...comparison };
  }
  const bytes = await pageBytes(source);
  if ('code' in bytes) return bytes;
  return { source, bytes, url: baseUrl, contentType: null, asOf: null, ...comparison };
}

function httpUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol)) {
    throw new InvalidArgumentError('It is a URL that begins with http:// or https://.');
  }
  return text;
}
