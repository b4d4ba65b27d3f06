import { regionsOf } from '../../../domain/pages/region-of.ts';

/** What one pass over a tree finds: elements of interest, and how many there are of others. */
export interface ElementTally {
  readonly elements: number;
  /** By tag name in lower case. */
  readonly tags: ReadonlyMap<string, number>;
  readonly links: readonly Element[];
  readonly pressed: readonly Element[];
  /** Elements with at least three children that cards may stand in. */
  readonly holders: readonly Element[];
  readonly mainImages: number;
  readonly tableRows: number;
  readonly orderedItems: number;
  readonly posts: number;
  readonly ratings: number;
  readonly codeAttributes: number;
  readonly commentBoxes: number;
}

const HOLDERS = new Set(['ul', 'ol', 'div', 'section', 'main', 'tbody']);
const POST_TAGS = new Set(['div', 'article', 'li', 'section']);
const CODE_ATTRIBUTES = [
  'data-clipboard-text',
  'data-code',
  'data-coupon',
  'data-coupon-code',
  'data-voucher',
];
const COMMENTS = /(?:^|\s)(?:comments|respond|comments-area|comment-list|disqus_thread)(?:\s|$)/;
const RATING = /rating|stars/i;
const LINKS_MAX = 5_000;

/** One pass instead of a query for each: pages are read many a second. */
export function tallyElements(document: Document): ElementTally {
  const tags = new Map<string, number>();
  const links: Element[] = [];
  const pressed: Element[] = [];
  const holders: Element[] = [];
  let [elements, mainImages, tableRows, orderedItems, posts, ratings, codeAttributes, commentBoxes] = [
    0, 0, 0, 0, 0, 0, 0, 0,
  ];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName.toLowerCase();
    elements += 1;
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
    const className = element.getAttribute('class') ?? '';
    const id = element.getAttribute('id') ?? '';
    const names = `${className} ${id}`;
    if (tag === 'a' && links.length < LINKS_MAX && element.hasAttribute('href')) links.push(element);
    else if (isPressed(element, tag) && pressed.length < LINKS_MAX) pressed.push(element);
    else if (HOLDERS.has(tag) && element.childElementCount >= 3) holders.push(element);
    if (tag === 'img' && element.closest('main, article')) mainImages += 1;
    else if (tag === 'tr') tableRows += 1;
    else if (tag === 'li' && element.parentElement?.localName.toLowerCase() === 'ol') orderedItems += 1;
    if (tag === 'shreddit-comment' || (POST_TAGS.has(tag) && names.length > 1 && isPost(names))) posts += 1;
    if (RATING.test(className) || element.getAttribute('itemprop') === 'ratingValue') ratings += 1;
    if (CODE_ATTRIBUTES.some((name) => element.hasAttribute(name))) codeAttributes += 1;
    if (COMMENTS.test(names) || element.getAttribute('itemprop') === 'comment') commentBoxes += 1;
  }
  return {
    elements,
    tags,
    links,
    pressed,
    holders,
    mainImages,
    tableRows,
    orderedItems,
    posts,
    ratings,
    codeAttributes,
    commentBoxes,
  };
}

const isPressed = (element: Element, tag: string): boolean =>
  tag === 'button' ||
  (tag === 'input' && element.getAttribute('type') === 'submit') ||
  element.getAttribute('role') === 'button';

const isPost = (names: string): boolean => regionsOf({ tag: 'div', role: '', names }).includes('post');
