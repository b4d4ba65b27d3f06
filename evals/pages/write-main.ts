import type { ContentType } from '../../src/domain/pages/content-type.ts';
import type { Pool } from './page-corpus.ts';
import type { MainMarkup } from './page-markup.ts';
import type { PageWriter } from './page-writer.ts';
import { writeCoupons, writeDeals, writeMerchantOffers } from './write-offers.ts';
import { writeHome, writeListing, writeProduct } from './write-shop.ts';

type WriteMain = (main: MainMarkup, write: PageWriter) => void;

/** Both kinds of list are laid out alike and praise alike; what tells them apart is who did something. */
const TESTED: readonly (readonly Pool[])[] = [
  ['firsthand', 'firsthand', 'verdict', 'fact'],
  ['firsthand', 'opinion', 'fact'],
  ['firsthand', 'hype', 'fact', 'verdict'],
];
const UNTESTED: readonly (readonly Pool[])[] = [
  ['hype', 'fact', 'hype'],
  ['fact', 'fact', 'hype', 'verdict'],
  ['hype', 'fact', 'shop'],
];

/** What stands in the middle of a page of each kind. */
export const WRITE_MAIN: Readonly<Record<ContentType, WriteMain>> = {
  review_single_product: (main, write) => {
    disclosed(main, write, 0.4);
    paragraphs(main, write, ['intro', 'firsthand', 'fact'], 1, 3);
    for (let at = write.random.whole(2, 6); at > 0; at--) {
      main.heading(2, write.heading('review'));
      if (write.random.chance(0.5)) main.image();
      paragraphs(main, write, ['firsthand', 'firsthand', 'fact', 'opinion'], 1, 3);
    }
    if (write.random.chance(0.6)) main.list([write.line('verdict'), write.line('verdict')]);
    main.paragraph(write.paragraph(['verdict', 'opinion'], 2));
    if (write.random.chance(0.5)) paidButton(main, write);
  },
  comparison_tested: (main, write) => {
    disclosed(main, write, 0.6);
    paragraphs(main, write, ['intro', 'firsthand', 'method', 'hype'], 1, 4);
    if (write.random.chance(0.4)) specsTable(main, write, write.random.whole(3, 8));
    for (let at = write.random.whole(3, 11); at > 0; at--) {
      write.newName();
      main.heading(write.random.chance(0.8) ? 2 : 3, write.heading('comparison'));
      if (write.random.chance(0.7)) main.image();
      paragraphs(main, write, write.of(TESTED), 1, 3);
      if (write.random.chance(0.4)) main.list([write.line('verdict'), write.line('verdict')]);
      if (write.random.chance(0.7)) paidButton(main, write);
    }
    if (write.random.chance(0.7)) {
      main.heading(2, write.heading('comparison'));
      paragraphs(main, write, ['method', 'firsthand'], 1, 3);
    }
  },
  how_to: (main, write) => {
    disclosed(main, write, 0.15);
    paragraphs(main, write, ['intro', 'fact', 'step', 'news', 'news', 'firsthand'], 1, 3);
    if (write.random.chance(0.3)) main.list([write.line('step'), write.line('step')]);
    for (let at = write.random.whole(3, 8); at > 0; at--) {
      main.heading(write.random.chance(0.7) ? 2 : 3, write.heading('howto'));
      if (write.random.chance(0.4))
        main.list([write.line('step'), write.line('step'), write.line('step')], true);
      else paragraphs(main, write, ['step', 'step', 'fact', 'intro'], 1, 3);
      if (write.random.chance(0.3)) main.image();
    }
    if (write.random.chance(0.15)) paidButton(main, write);
  },
  listicle_low_value: (main, write) => {
    disclosed(main, write, 0.35);
    paragraphs(main, write, ['hype', 'intro', 'fact'], 1, 2);
    for (let at = write.random.whole(4, 14); at > 0; at--) {
      write.newName();
      main.heading(write.random.chance(0.6) ? 2 : 3, write.heading('low'));
      if (write.random.chance(0.5)) main.image();
      paragraphs(main, write, write.of(UNTESTED), 1, 2);
      if (write.random.chance(0.3)) main.list([write.line('fact'), write.line('hype')]);
      if (write.random.chance(0.5)) paidButton(main, write);
    }
    if (write.random.chance(0.35)) specsTable(main, write, write.random.whole(3, 8));
    main.heading(2, write.heading('low'));
    paragraphs(main, write, ['hype', 'intro'], 1, 2);
  },
  listicle_curated: (main, write) => {
    disclosed(main, write, 0.4);
    paragraphs(main, write, ['opinion', 'intro'], 1, 2);
    for (let at = write.random.whole(5, 16); at > 0; at--) {
      write.newName();
      main.heading(write.random.chance(0.6) ? 2 : 3, write.heading('curated'));
      if (write.random.chance(0.6)) main.image();
      paragraphs(main, write, ['opinion', 'opinion', 'fact'], 1, 2);
      if (write.random.chance(0.4)) paidButton(main, write);
    }
  },
  gift_guide: (main, write) => {
    disclosed(main, write, 0.5);
    paragraphs(main, write, ['gift', 'intro', 'opinion'], 1, 2);
    for (let at = write.random.whole(5, 18); at > 0; at--) {
      write.newName();
      main.heading(write.random.chance(0.5) ? 2 : 3, write.heading('gift'));
      if (write.random.chance(0.7)) main.image();
      paragraphs(main, write, ['gift', 'gift', 'opinion', 'fact'], 1, 2);
      if (write.random.chance(0.6)) paidButton(main, write, `${write.price()}, ${write.shop}`);
    }
  },
  coupon_site: writeCoupons,
  merchant_coupon_page: writeMerchantOffers,
  deal_aggregator: writeDeals,
  forum_or_ugc: (main, write) => {
    for (let at = write.random.whole(2, 14); at > 0; at--) {
      const person = write.person();
      const { labels } = write.corpus;
      main.box(write.random.chance(0.5) ? 'div' : 'article', 'post-message', () => {
        main.raw(
          `<div class="user"><b>${person}</b><span>${write.fill(labels.joined)}</span><span>${write.fill(labels.posts)}</span></div>`,
        );
        if (write.random.chance(0.2)) main.raw(`<blockquote>${write.line('post')}</blockquote>`);
        main.box('div', 'post-body', () =>
          main.paragraph(write.paragraph(['post', 'post', 'firsthand'], write.random.whole(1, 4))),
        );
        main.raw(
          `<time datetime="${write.year}-03-0${write.random.whole(1, 9)}"></time><a href="#reply">${labels.reply}</a>`,
        );
      });
    }
  },
  product: writeProduct,
  listing: writeListing,
  merchant_home: writeHome,
  other_editorial: (main, write) => {
    if (write.random.chance(0.5)) main.image();
    paragraphs(main, write, ['news', 'news', 'intro', 'opinion'], 3, 7);
    for (let at = write.random.whole(0, 4); at > 0; at--) {
      main.heading(2, write.heading('news'));
      if (write.random.chance(0.4)) main.image();
      paragraphs(main, write, ['news', 'news', 'opinion'], 2, 4);
    }
  },
  other: (main, write) => {
    const isShort = write.random.chance(0.3);
    paragraphs(main, write, ['service'], 1, isShort ? 1 : 4);
    if (isShort) return;
    for (let at = write.random.whole(1, 6); at > 0; at--) {
      main.heading(2, write.heading('service'));
      paragraphs(main, write, ['service', 'service', 'fact'], 1, 3);
      if (write.random.chance(0.3))
        main.raw('<form><input name="email"><textarea></textarea><button>OK</button></form>');
    }
    if (write.random.chance(0.3))
      main.raw('<pre><code>select * from orders limit 10;</code></pre>', ['select * from orders limit 10;']);
  },
};

function disclosed(main: MainMarkup, write: PageWriter, chance: number): void {
  if (write.random.chance(chance)) main.paragraph(write.of(write.corpus.labels.disclosure));
}

function paragraphs(
  main: MainMarkup,
  write: PageWriter,
  pools: readonly Pool[],
  least: number,
  most: number,
): void {
  for (let at = write.random.whole(least, most); at > 0; at--) {
    main.paragraph(write.paragraph(pools, write.random.whole(2, 7)));
  }
}

function paidButton(
  main: MainMarkup,
  write: PageWriter,
  label: string = write.of(write.corpus.labels.buy),
): void {
  const href = write.of([
    `https://www.amazon.com/dp/B0${write.random.whole(10_000_000, 99_999_999)}?tag=site-20`,
    `https://www.awin1.com/cread.php?awinmid=${write.random.whole(1_000, 9_999)}&awinaffid=12345`,
    `https://click.linksynergy.com/deeplink?id=abc&mid=${write.random.whole(1_000, 9_999)}`,
    `https://shop${write.random.whole(1, 40)}.example/p/${write.random.whole(100, 999)}`,
  ]);
  main.button(
    write.random.chance(0.3) ? `${label} ${write.price()}` : label,
    href,
    write.random.chance(0.6) ? 'sponsored nofollow' : '',
  );
}

function specsTable(main: MainMarkup, write: PageWriter, rows: number): void {
  const { specs } = write.corpus.labels;
  main.table([
    ['', ...specs.slice(0, 3)],
    ...Array.from({ length: rows }, () => [
      write.newName(),
      `${write.random.whole(1, 9)}.2 kg`,
      `${write.random.whole(10, 90)} cm`,
      'A',
    ]),
  ]);
}
