import type { BlockKind, PageBlock, Region } from '../../../domain/pages/page-block.ts';
import { regionsOf } from '../../../domain/pages/region-of.ts';

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG IFRAME OBJECT EMBED CANVAS AUDIO VIDEO MAP HEAD SELECT DATALIST TEXTAREA INPUT BUTTON LINK META MATH PROGRESS'.split(
    ' ',
  ),
);
const KIND: Readonly<Record<string, BlockKind>> = {
  P: 'paragraph',
  LI: 'item',
  DD: 'item',
  DT: 'item',
  TD: 'cell',
  TH: 'cell',
  FIGCAPTION: 'caption',
  CAPTION: 'caption',
  BLOCKQUOTE: 'quote',
  PRE: 'code',
};
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD LABEL MARK OUTPUT Q RUBY RT RP S SAMP SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR IMG PICTURE SOURCE'.split(
    ' ',
  ),
);
const NONE: ReadonlySet<Region> = new Set();
const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

interface Level {
  readonly node: Element;
  readonly regions: ReadonlySet<Region>;
  readonly kind: BlockKind;
  readonly headingLevel: number;
  readonly isBlock: boolean;
  readonly isLink: boolean;
}

/**
 * The text of a tree as blocks, in its order, without scripts. Walks without a stack of calls.
 *
 * @param hidden - `skip` leaves out what is not shown at first; `read` is for pages that show everything by script.
 */
export function pageBlocks(root: Element, hidden: 'skip' | 'read' = 'skip'): PageBlock[] {
  const blocks: PageBlock[] = [];
  const open: Level[] = [];
  let [text, linkCharacters, links] = ['', 0, 0];
  let owner: Level | null = null;
  const finish = (): void => {
    const level = owner;
    const clean = (level?.kind === 'code' ? text : text.replaceAll(/\s+/g, ' ')).trim();
    if (level && /[\p{L}\p{N}]/u.test(clean)) {
      const { kind, headingLevel, regions } = level;
      blocks.push({ kind, level: headingLevel, text: clean, linkCharacters, regions });
    }
    [text, linkCharacters, owner] = ['', 0, null];
  };

  let node: Node | null = root;
  while (node) {
    let child: Node | null = null;
    if (node.nodeType === 3) {
      const piece = node.nodeValue ?? '';
      text += piece;
      if (links > 0) linkCharacters += piece.trim().length;
      owner ??= open.findLast(({ isBlock }) => isBlock) ?? null;
    } else if (node.nodeType === 1) {
      const element = node as Element;
      const tag = element.tagName.toUpperCase();
      if (tag === 'BR' || tag === 'HR') finish();
      else if (!SKIPPED.has(tag) && (node === root || hidden === 'read' || !isHidden(element))) {
        const level = levelOf(element, tag, open.at(-1));
        if (level.isBlock) finish();
        if (level.isLink) links += 1;
        open.push(level);
        child = element.firstChild;
        if (!child) links -= close(open, finish);
      }
    }
    if (child) {
      node = child;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (open.at(-1)?.node === node) links -= close(open, finish);
    }
    node = node === root || !node ? null : node.nextSibling;
  }
  finish();
  return blocks;
}

/** @returns 1 when a link was closed. */
function close(open: Level[], finish: () => void): number {
  const level = open.pop();
  if (level?.isBlock) finish();
  return level?.isLink ? 1 : 0;
}

function levelOf(element: Element, tag: string, parent: Level | undefined): Level {
  const heading = /^H([1-6])$/.exec(tag);
  const own = regionsOf({
    tag: tag.toLowerCase(),
    role: element.getAttribute('role') ?? '',
    names: `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.trim(),
  });
  const inherited = parent?.regions ?? NONE;
  const isNew = own.some((region) => !inherited.has(region));
  const kind = heading
    ? 'heading'
    : (KIND[tag] ?? (parent && parent.kind !== 'heading' ? parent.kind : 'other'));
  return {
    node: element,
    regions: isNew ? new Set([...inherited, ...own]) : inherited,
    kind,
    headingLevel: heading ? Number(heading[1]) : kind === 'heading' ? (parent?.headingLevel ?? 0) : 0,
    isBlock: !INLINE.has(tag) && !tag.includes('-'),
    isLink: tag === 'A',
  };
}

function isHidden(element: Element): boolean {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  const style = element.getAttribute('style');
  return style !== null && HIDDEN_STYLE.test(style);
}
