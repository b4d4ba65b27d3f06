import type { NewSighting } from '../../../db/queries/coupons/store-sightings.ts';
import type { CodeIndex } from '../../domain/coupons/code-index.ts';
import { matchCode } from '../../domain/coupons/match-code.ts';
import { normaliseCode } from '../../domain/coupons/normalise-code.ts';
import type { CodeJudge } from '../../domain/sightings/code-judge.ts';
import type { Capture } from '../../domain/web/capture.ts';
import { readCodes } from '../web/codes/read-codes.ts';
import { openDocument } from '../web/page/open-document.ts';
import { feedPage } from './feed-page.ts';
import { quoteOf } from './quote-of.ts';

const ORDINARY = /^\p{L}{1,5}$|^\p{Lu}\p{Ll}+$/u;

/**
 * The codes on a page that are or could be ours, each once. Rules and weights read the page; of its words nothing goes on but the code
 * as it stands there, the shop and the terms beside it, all kept as quotes.
 *
 * @param reading - `codesMax`: more are left out; `judge`: null when rules decide alone.
 */
export function readSightings(
  { bytes, contentType, charset, finalUrl, fetchedAt }: Capture,
  index: CodeIndex,
  { codesMax, judge }: { readonly codesMax: number; readonly judge: CodeJudge | null },
): NewSighting[] {
  const header = charset === null ? contentType : `${contentType ?? 'text/html'}; charset=${charset}`;
  const opened = openDocument({ bytes }, header);
  const entries = feedPage(opened.html);
  const { document } = entries === null ? opened : openDocument({ html: entries });
  const language = document.documentElement?.getAttribute('lang')?.slice(0, 2).toLowerCase() ?? null;
  // Words of a language are many, and codes that are one of them stand on pages for other reasons.
  const isKnown = (code: string): boolean => !ORDINARY.test(code) && index.byKey.has(normaliseCode(code));
  const seen = readCodes(document, { url: finalUrl, language, asOf: fetchedAt, isKnown }, judge);
  const sightings = new Map<string, NewSighting>();
  for (const each of seen.slice(0, codesMax)) {
    const match = matchCode({ observed: each.code }, index);
    if (match.candidates.length === 0 || match.how === 'near') continue;
    const before = sightings.get(each.code);
    // Shown twice, once as over and once as live: it is live.
    if (before !== undefined && !before.retired) continue;
    sightings.set(each.code, {
      observed: each.code,
      merchant: each.merchant,
      discount: each.discount,
      expires: each.expires,
      masked: each.masked,
      retired: each.retired,
      code: match.match,
      candidates: match.candidates,
      probability: match.probability,
      matchHow: match.how,
      quote: quoteOf(opened.html, each.code),
    });
  }
  return [...sightings.values()];
}
