import type { Region } from './page-block.ts';

/** What is known of an element before its words. */
export interface ElementLook {
  /** In lower case. */
  readonly tag: string;
  readonly role: string;
  /** Class names and the id, joined by spaces, as written. */
  readonly names: string;
}

const BY_TAG: Readonly<Record<string, Region>> = {
  main: 'main',
  article: 'article',
  nav: 'nav',
  header: 'header',
  footer: 'footer',
  aside: 'aside',
  figure: 'figure',
  figcaption: 'figure',
  form: 'form',
  dialog: 'notice',
  menu: 'nav',
};
const BY_ROLE: Readonly<Record<string, Region>> = {
  main: 'main',
  article: 'article',
  navigation: 'nav',
  menu: 'nav',
  menubar: 'nav',
  banner: 'header',
  contentinfo: 'footer',
  complementary: 'aside',
  dialog: 'notice',
  alertdialog: 'notice',
  search: 'form',
};
/** Names split at what is no letter and at inner capitals, one space between and around. */
const BY_NAME: readonly (readonly [Region, RegExp])[] = [
  ['hidden', / (?:visually hidden|sr only|screen reader(?: text)?|skip (?:to|link|nav)\w*|skiplink) /],
  [
    'notice',
    / (?:cookies?|gdpr|ccpa|consent|onetrust|cookiebot|didomi|modal|popup|pop up|lightbox|overlay|paywall|interstitial|offcanvas|off canvas|toast) /,
  ],
  [
    'nav',
    / (?:nav|navbar|navigation|navi|menu|mega ?menu|submenu|breadcrumbs?|pagination|pager|sitemap|toolbar|tabs? ?bar|toc|table of contents|jump ?links?|facets?|filters?) /,
  ],
  [
    'related',
    / (?:related|recommended|recommendations?|recirc(?:ulation)?|more (?:stories|from|news|articles|posts|like)|also (?:like|read|bought|viewed)|you may|read (?:more|next)|up ?next|trending|most (?:read|popular|viewed)|popular (?:posts|articles)|similar|taboola|outbrain|upsells?|cross ?sells?|recently viewed|further reading|teasers?|promo(?:ted)? (?:content|stories)|outstream|zergnet|revcontent) /,
  ],
  [
    'share',
    / (?:share|shares|sharing|share ?daddy|share ?bar|social|socials|follow ?us|addthis|addtoany|sharethis|tweet this|reactions?|like button) /,
  ],
  [
    'newsletter',
    / (?:newsletter|newsletters|subscribe|subscription|sign ?up|mailing list|mc embed|mailchimp|optin|opt in|email capture|lead form|klaviyo) /,
  ],
  [
    'advert',
    / (?:ads?|adbox|ad ?(?:slot|unit|wrapper|container|block|banner|label|placeholder)|advert|adverts|advertisement|advertising|adsbygoogle|dfp|sponsor box|google ad|commercial) /,
  ],
  [
    'byline',
    / (?:by ?line|bylines|author (?:box|bio|info|card|meta|details|profile|name|block)|about (?:the )?author|post ?meta|entry ?meta|article ?meta|meta ?data|post ?info|dateline|publish(?:ed)? (?:date|on)|timestamp|read(?:ing)? time|post tags|tag ?list|tags ?links|entry ?tags|article ?tags|bio ?box|contributors?) /,
  ],
  [
    'comments',
    / (?:comments?|comment (?:list|section|area|form|respond)|disqus|respond|disqus thread|commentlist|livefyre|spot im) /,
  ],
  [
    'post',
    / (?:post (?:message|content|body|text)|post ?body|postbody|message (?:body|content|text)|usertext(?: body)?|answer ?cell|forum post|thread (?:post|message)|comment (?:body|content|text)|topic (?:post|body)|cooked|reply (?:body|content|text)|js post body) /,
  ],
  ['footer', / (?:footer|foot|site info|colophon|copyright|legal|bottom bar|page ?foot) /],
  [
    'header',
    / (?:masthead|site header|page header|top ?bar|header (?:wrap|wrapper|main|inner|container|bar)|global header|announcement|promo bar|utility) /,
  ],
  [
    'aside',
    / (?:sidebar|side bar|side ?bars?|widgets?|widget area|rail|right ?rail|left ?rail|secondary column) /,
  ],
  [
    'figure',
    / (?:caption|captions|wp caption(?: text)?|image credit|photo credit|credit|image caption|gallery caption) /,
  ],
  [
    'product',
    / (?:product (?:card|tile|item|info|detail|details|description|summary|grid|list|title|name)|product|products|woocommerce product) /,
  ],
];

/** The parts of a page that an element opens; mostly none or one. */
export function regionsOf({ tag, role, names }: ElementLook): Region[] {
  const regions: Region[] = [];
  const byTag = BY_TAG[tag] ?? BY_ROLE[role.toLowerCase()];
  if (byTag) regions.push(byTag);
  // What a whole page is called ("has-sidebar", "logged-in") says nothing of its parts.
  if (names === '' || tag === 'body' || tag === 'html' || tag === 'main') return regions;
  const split = splitNames(names);
  for (const [region, pattern] of BY_NAME) if (pattern.test(split)) regions.push(region);
  return regions;
}

function splitNames(names: string): string {
  const words = names
    .slice(0, 600)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  return ` ${words} `;
}
