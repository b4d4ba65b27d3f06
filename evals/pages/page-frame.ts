import type { ContentType } from '../../src/domain/pages/content-type.ts';
import { escapeMarkup } from './page-markup.ts';
import type { PageWriter } from './page-writer.ts';

const SHOPS: ReadonlySet<ContentType> = new Set([
  'product',
  'listing',
  'merchant_home',
  'merchant_coupon_page',
]);
const WITH_COMMENTS: ReadonlySet<ContentType> = new Set([
  'review_single_product',
  'comparison_tested',
  'how_to',
  'listicle_low_value',
  'listicle_curated',
  'gift_guide',
  'deal_aggregator',
  'other_editorial',
]);

/** What stands around a page's middle: menus, cards of other pages, comments, footers; none of it is main text. */
export function frameOf(
  contentType: ContentType,
  write: PageWriter,
): { readonly before: string; readonly after: string } {
  const { random } = write;
  const { labels } = write.corpus;
  const isShop =
    (SHOPS.has(contentType) && !(contentType === 'merchant_coupon_page' && random.chance(0.5))) ||
    (contentType === 'other' && random.chance(0.3)) ||
    random.chance(0.08);
  const cart =
    isShop && random.chance(0.9)
      ? `<a class="cart-link" href="/cart">${labels.cart}</a><a href="/account">★</a>`
      : '';
  const menu = linksOf(write, labels.nav, random.whole(5, 70));
  const before = [
    random.chance(0.4) ? `<div class="cookie-banner">${labels.cookie} <button>OK</button></div>` : '',
    isShop && random.chance(0.5) ? `<div class="announcement-bar">${write.line('coupon')}</div>` : '',
    random.chance(0.7)
      ? `<header class="site-header"><a href="/">${escapeMarkup(write.shop)}</a><nav><ul>${menu}</ul></nav>${cart}</header>`
      : `<div class="topbar"><div class="menu"><ul>${menu}</ul></div>${cart}</div>`,
    random.chance(0.4)
      ? `<div class="breadcrumbs"><a href="/">${labels.nav[0]}</a> / <a href="/a">${labels.nav[2]}</a></div>`
      : '',
  ];
  const after = [
    random.chance(0.4)
      ? '<div class="share"><a href="#f">Facebook</a><a href="#x">X</a><a href="#p">Pinterest</a></div>'
      : '',
    WITH_COMMENTS.has(contentType) && random.chance(0.4) ? commentsOf(write) : '',
    random.chance(0.5) ? relatedOf(write, random.whole(3, 12), isShop) : '',
    elsewhereOf(write),
    WITH_COMMENTS.has(contentType) && random.chance(0.3)
      ? `<p class="small">${write.of(labels.disclosure)}</p>`
      : '',
    random.chance(0.4)
      ? `<aside class="sidebar"><h3>${labels.newsletter}</h3><ul>${linksOf(write, labels.nav, 6)}</ul></aside>`
      : '',
    `<footer class="site-footer"><ul>${linksOf(write, labels.footer, random.whole(4, 60))}</ul><p>© ${write.year} ${escapeMarkup(write.shop)}</p></footer>`,
  ];
  return { before: before.join('\n'), after: after.join('\n') };
}

const linksOf = (write: PageWriter, words: readonly string[], count: number): string =>
  Array.from(
    { length: count },
    () => `<li><a href="/${write.random.whole(1, 999)}">${write.of(words)}</a></li>`,
  ).join('');

function commentsOf(write: PageWriter): string {
  const comments = Array.from(
    { length: write.random.whole(0, 6) },
    () =>
      `<li class="comment"><div class="comment-body"><b>${write.person()}</b><p>${write.line('post')}</p><a href="#r">${write.corpus.labels.reply}</a></div></li>`,
  );
  return `<section id="comments" class="comments-area"><h3>${write.corpus.labels.comments}</h3><ol class="comment-list">${comments.join('')}</ol></section>`;
}

function relatedOf(write: PageWriter, count: number, isShop: boolean): string {
  const cards = Array.from({ length: count }, () => {
    const words = isShop
      ? `${write.newName()} ${write.price()}`
      : write.title(write.of(['how_to', 'other_editorial', 'listicle_low_value'] as const));
    return `<div class="card"><a href="/${write.random.whole(1, 999)}"><img src="/t.jpg" alt="">${escapeMarkup(words)}</a></div>`;
  });
  return `<section class="related"><h3>${write.corpus.labels.related}</h3>${cards.join('')}</section>`;
}

/** Links to other sites, pictures, boxes: what any page may carry, so that they tell nothing by themselves. */
function elsewhereOf(write: PageWriter): string {
  const { random } = write;
  const hosts = random.whole(0, 25);
  const links = Array.from(
    { length: hosts },
    () =>
      `<a href="https://site${random.whole(1, 400)}.example/${random.whole(1, 99)}">${write.person()}</a>`,
  );
  const images = Array.from(
    { length: random.whole(0, 50) },
    () => `<img src="/i/${random.whole(1, 9_999)}.jpg" alt="">`,
  );
  const table = random.chance(0.15)
    ? '<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>'
    : '';
  const offer = random.chance(0.25) ? `<a href="/shop">${write.of(write.corpus.labels.buy)}</a>` : '';
  const search = random.chance(0.5) ? '<form action="/s"><input name="q"></form>' : '';
  const items = random.chance(0.3)
    ? `<ol>${linksOf(write, write.corpus.labels.nav, random.whole(3, 12))}</ol>`
    : '';
  const times = Array.from(
    { length: random.whole(0, 8) },
    () => `<time datetime="2024-01-0${random.whole(1, 9)}"></time>`,
  ).join('');
  return `<div class="widget">${links.join('')}${images.join('')}${table}${offer}${search}${items}${times}</div>`;
}
