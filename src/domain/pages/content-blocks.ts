import { isBoilerplateLine, isOffer } from './boilerplate-words.ts';
import { linkShare, type PageBlock, type Region, regionShare, sizeOf } from './page-block.ts';

/** Regions that surround what a page is for, whatever kind of page it is. */
const AROUND: readonly Region[] = [
  'nav',
  'footer',
  'notice',
  'newsletter',
  'advert',
  'share',
  'hidden',
  'related',
  'aside',
];
const REGION_SHARE_MAX = 0.4;
/** The main element counts as such when it holds this share of what is left. */
const MAIN_SHARE_MIN = 0.35;
const LINKED_SHARE = 0.75;
const MENU_RUN_MIN = 3;
const MENU_WORDS_MAX = 3.5;
const REPEAT_CHARACTERS_MIN = 12;

/**
 * Of a whole page's blocks, what the page is for: the cards of a listing, the facts of a product, the posts of a forum, the
 * sections of a service. Menus, margins and notices are left out.
 */
export function contentBlocks(blocks: readonly PageBlock[]): PageBlock[] {
  const around = AROUND.filter((region) => regionShare(blocks, region) <= REGION_SHARE_MAX);
  const inside = blocks.filter(
    ({ regions }) =>
      !around.some((region) => regions.has(region)) &&
      !(regions.has('header') && !regions.has('main') && !regions.has('article')),
  );
  const main = inside.filter(({ regions }) => regions.has('main'));
  const whole = sizeOf(main) >= MAIN_SHARE_MIN * sizeOf(inside) && main.length > 0 ? main : inside;
  const isForum = whole.some(({ regions }) => regions.has('post')) || regionShare(whole, 'comments') > 0.6;
  const kept = whole.filter(
    (block) =>
      (isForum || !block.regions.has('comments') || block.regions.has('product')) &&
      !isBoilerplateLine(block.text),
  );
  return withoutRepeats(withoutMenus(kept));
}

/** Runs of short links are menus, wherever they stand. */
function withoutMenus(blocks: readonly PageBlock[]): PageBlock[] {
  const kept: PageBlock[] = [];
  let run: PageBlock[] = [];
  const settle = (): void => {
    const words = run.reduce((sum, { text }) => sum + text.split(' ').length, 0);
    if (run.length < MENU_RUN_MIN || words / run.length > MENU_WORDS_MAX) kept.push(...run);
    run = [];
  };
  for (const block of blocks) {
    if (linkShare(block) >= LINKED_SHARE && !isOffer(block.text)) run.push(block);
    else {
      settle();
      kept.push(block);
    }
  }
  settle();
  return kept;
}

/** What a page shows twice (a bar for phones, a second button) is said once; figures and prices may well be alike. */
function withoutRepeats(blocks: readonly PageBlock[]): PageBlock[] {
  const seen = new Set<string>();
  return blocks.filter(({ text }) => {
    if (text.length < REPEAT_CHARACTERS_MIN) return true;
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}
