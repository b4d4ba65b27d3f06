import { SHORTENER_NAMES } from '../../sightings/networks/shorteners.ts';
import type { ReadSitePage } from './observed-site.ts';
import type { SiteFacts } from './site-facts.ts';

/** Languages whose words of disclosure are known (`src/domain/pages/find-disclosure.ts`). */
const LANGUAGES: readonly (string | null)[] = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
/** Named by no network's own pattern: marked as paid, or hidden, but whom they pay is unknown. */
const UNNAMED: readonly string[] = ['unknown', 'cloaked'];
/** On one page; the same link by chance in a comment or a quotation is one. */
const LINKS_CERTAIN = 2;

/**
 * Whether paid links on a site's pages stand beside a word that says so. `missing` only where it is certain: links of a
 * network that is known, on a page read whole in a language whose words are known, and neither it nor the start page says
 * anything of the kind. A shop's own pages owe no such word.
 */
export function disclosureOf(pages: readonly ReadSitePage[]): {
  readonly state: SiteFacts['disclosure'];
  readonly sentence: string;
} {
  // Where a shortened link leads, and whether anybody is paid for it, the page does not say.
  const paid = pages.filter(({ paidLinks }) =>
    paidLinks.some(({ network }) => !SHORTENER_NAMES.has(network)),
  );
  if (paid.length === 0) return { state: 'no_paid_links', sentence: '' };
  const silent = paid.filter(({ disclosure }) => disclosure === null);
  if (silent.length === 0) return { state: 'found', sentence: '' };
  const start = pages.find(({ isStart }) => isStart);
  if (start?.disclosure) return { state: 'found', sentence: '' };
  const known = silent.filter(isCertain);
  const isMissing = start?.isWhole === true && LANGUAGES.includes(start.language) && known.length > 0;
  const count = `${silent.length} of ${pages.length} pages read of its site`;
  return isMissing
    ? {
        state: 'missing',
        sentence: `Paid links stand on ${count} (${known.reduce((sum, page) => sum + namedLinks(page), 0)} by known networks), and neither they nor the start page say so.`,
      }
    : {
        state: 'unclear',
        sentence: `Paid links stand on ${count}, and no disclosure was recognised; it may be in words or a place that were not read.`,
      };
}

const isCertain = (page: ReadSitePage): boolean =>
  page.isWhole &&
  LANGUAGES.includes(page.language) &&
  !['product', 'listing', 'merchant_home'].includes(page.contentType) &&
  namedLinks(page) >= LINKS_CERTAIN;

const namedLinks = ({ paidLinks }: ReadSitePage): number =>
  paidLinks.reduce(
    (sum, { network, count }) =>
      sum + (UNNAMED.includes(network) || SHORTENER_NAMES.has(network) ? 0 : count),
    0,
  );
