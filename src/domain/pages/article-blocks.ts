import { isBoilerplateLine, isByline, isOffer } from './boilerplate-words.ts';
import { linkShare, type PageBlock, type Region, regionShare, sizeOf } from './page-block.ts';

/** Regions that are no part of an article even inside it, unless they are most of what there is. */
const NEVER: readonly Region[] = [
  'nav',
  'footer',
  'notice',
  'newsletter',
  'advert',
  'related',
  'share',
  'byline',
  'figure',
  'hidden',
  'form',
  'aside',
];
/** A region with more than this share of the characters is not what its name says. */
const REGION_SHARE_MAX = 0.4;
/** From so many characters on, a block is a paragraph that somebody wrote. */
const SENTENCE_CHARACTERS = 80;
const LINKED_SHARE = 0.75;
const LINKED_CHARACTERS_MAX = 220;
const TAIL_CHARACTERS_MAX = 60;
/** What stands before the first sentence is part of the text when it is more than this share of it. */
const HEAD_SHARE_MAX = 0.5;
/** More short blocks than these after the last sentence are a list that belongs to it. */
const TAIL_BLOCKS_MAX = 5;
/** Scripts that say more in a letter. */
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * Of the blocks that an article seems to consist of, those its author wrote: without captions, bylines, calls to read on,
 * lists of other articles.
 *
 * @param title - of the page; a heading that repeats it is left out.
 */
export function articleBlocks(blocks: readonly PageBlock[], title: string | null): PageBlock[] {
  const never = NEVER.filter((region) => regionShare(blocks, region) <= REGION_SHARE_MAX);
  const inside = blocks.filter((block) => !never.some((region) => block.regions.has(region)));
  const written = inside.filter((block) => !isLinkedLine(block) && !isNoise(block));
  const begins = written.findIndex(isSentence);
  // A list that a sentence ends is no head.
  const first = sizeOf(written.slice(0, begins)) > HEAD_SHARE_MAX * sizeOf(written) ? 0 : begins;
  const last = written.findLastIndex(isSentence);
  if (begins < 0) return written;
  const isListBehind =
    written.slice(last + 1).filter(({ kind }) => kind !== 'heading').length > TAIL_BLOCKS_MAX;
  return withoutBareHeadings(
    written.filter((block, at) => {
      if (at < first) return !isHeadMatter(block, title);
      if (at > last) return !(isListBehind ? isByline(block.text) : isTailMatter(block));
      return !(block.level === 1 && isTitle(block, title)) && !(at < first + 3 && isByline(block.text));
    }),
  );
}

export const isSentence = (block: PageBlock): boolean =>
  block.kind !== 'heading' && weightOf(block.text) >= SENTENCE_CHARACTERS && linkShare(block) < 0.5;

const weightOf = (text: string): number =>
  text.length >= SENTENCE_CHARACTERS ? text.length : text.length + 2 * (text.match(DENSE)?.length ?? 0);

const isLinkedLine = (block: PageBlock): boolean =>
  linkShare(block) >= LINKED_SHARE && block.text.length <= LINKED_CHARACTERS_MAX && !isOffer(block.text);

const isNoise = ({ kind, text }: PageBlock): boolean =>
  kind === 'caption' ||
  isBoilerplateLine(text) ||
  (kind !== 'cell' && /^[^\p{L}\p{N}]*\d{0,3}[^\p{L}\p{N}]*$/u.test(text));

/** Before the first sentence: headline, standfirst, kicker, byline. */
function isHeadMatter(block: PageBlock, title: string | null): boolean {
  if (block.level === 1 || isTitle(block, title) || isByline(block.text)) return true;
  if (block.kind === 'heading')
    return block.regions.has('header') || weightOf(block.text) >= SENTENCE_CHARACTERS;
  return block.kind !== 'item' && !/[.!?…:"”。]$/.test(block.text);
}

/** After the last long sentence: headings of other parts, names, single words. */
function isTailMatter(block: PageBlock): boolean {
  if (block.kind === 'heading') return true;
  if (block.kind === 'item' || block.kind === 'cell') return false;
  return (
    isByline(block.text) || (block.text.length < TAIL_CHARACTERS_MAX && !/[.!?…:"”)。]$/.test(block.text))
  );
}

function isTitle({ text }: PageBlock, title: string | null): boolean {
  const own = folded(text);
  return title !== null && own.length > 8 && (folded(title).startsWith(own) || own.startsWith(folded(title)));
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A heading with nothing under it belonged to what was left out. */
function withoutBareHeadings(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.filter((block, at) => {
    const next = blocks[at + 1];
    return (
      block.kind !== 'heading' ||
      (next !== undefined && (next.kind !== 'heading' || next.level > block.level))
    );
  });
}
