import type { MainMarkup } from './page-markup.ts';
import { escapeMarkup } from './page-markup.ts';
import type { PageWriter } from './page-writer.ts';

/** A site that lists other shops' codes. */
export function writeCoupons(main: MainMarkup, write: PageWriter): void {
  if (write.random.chance(0.6)) main.paragraph(write.paragraph(['coupon', 'intro'], 2));
  const isOneShop = write.random.chance(0.7);
  for (let at = write.random.whole(5, 24); at > 0; at--) {
    offer(main, write, isOneShop ? write.shop : write.newName(), 'coupon');
  }
  if (write.random.chance(0.5)) {
    main.heading(2, `${write.shop} FAQ`);
    main.paragraph(write.paragraph(['coupon', 'service', 'shop'], 3));
  }
  if (write.random.chance(0.6)) {
    const shops = Array.from({ length: write.random.whole(8, 40) }, () => write.newName());
    main.raw(
      `<ul class="stores">${shops.map((shop) => `<li><a href="/stores/${escapeMarkup(shop)}">${escapeMarkup(shop)}</a></li>`).join('')}</ul>`,
    );
  }
}

/** A shop's own page of offers and codes. */
export function writeMerchantOffers(main: MainMarkup, write: PageWriter): void {
  main.paragraph(write.paragraph(['coupon', 'shop', 'service'], 2));
  for (let at = write.random.whole(2, 9); at > 0; at--) {
    if (write.random.chance(0.5)) offer(main, write, null, 'offer');
    else {
      main.heading(write.random.chance(0.6) ? 2 : 3, write.line('coupon'));
      const code = write.random.chance(0.5) ? ` Code: ${write.code()}.` : '';
      const from = write.random.chance(0.4) ? ` ${write.price()}.` : '';
      main.paragraph(`${write.paragraph(['shop', 'coupon', 'service'], 2)}${from}${code}`);
      if (write.random.chance(0.4)) main.paragraph(write.fill(write.corpus.labels.terms));
    }
  }
}

/** Offers of several shops, gathered by a magazine or by readers. */
export function writeDeals(main: MainMarkup, write: PageWriter): void {
  const { labels } = write.corpus;
  if (write.random.chance(0.4)) main.paragraph(write.of(labels.disclosure));
  main.paragraph(write.paragraph(['deal', 'intro'], 3));
  const isList = write.random.chance(0.4);
  for (let at = write.random.whole(4, 22); at > 0; at--) {
    write.newName();
    const href = `https://www.amazon.com/dp/B0${write.random.whole(10_000_000, 99_999_999)}?tag=deals-20`;
    if (isList) {
      main.box('div', 'deal-item', () => {
        main.heading(3, `${write.newName()} ${write.price()} (${labels.was} ${write.price()})`);
        main.paragraph(write.line('deal'));
        main.button(write.of(labels.buy), href, 'nofollow');
      });
    } else {
      if (write.random.chance(0.4)) main.heading(2, write.newName());
      main.paragraph(write.paragraph(['deal', 'deal', 'fact', 'coupon'], write.random.whole(1, 3)));
      if (write.random.chance(0.6)) main.button(write.of(labels.buy), href, 'nofollow');
    }
  }
}

function offer(main: MainMarkup, write: PageWriter, shop: string | null, part: string): void {
  const { labels } = write.corpus;
  const code = write.code();
  const isCode = write.random.chance(0.7);
  main.box(write.random.chance(0.6) ? 'div' : 'li', `${part}-card`, () => {
    main.heading(3, shop === null ? write.line('coupon') : `${shop}: ${write.line('coupon')}`);
    if (write.random.chance(0.5)) main.paragraph(write.fill(labels.expires));
    if (write.random.chance(0.4)) main.paragraph(write.fill(labels.terms));
    const label = write.of(labels.show);
    if (!isCode) main.button(write.of(labels.buy), '/out/1', 'nofollow');
    else if (write.random.chance(0.5)) main.raw(`<button data-code="${code}">${label}</button>`);
    else main.raw(`<span class="code">${code}</span><button class="copy">${label}</button>`, [code]);
  });
}
