import type { MainMarkup } from './page-markup.ts';
import { escapeMarkup } from './page-markup.ts';
import type { PageWriter } from './page-writer.ts';

/** One product and what is said of it. */
export function writeProduct(main: MainMarkup, write: PageWriter): void {
  const { labels } = write.corpus;
  main.box('div', 'product-gallery', () => {
    for (let at = write.random.whole(1, 7); at > 0; at--) main.image();
  });
  main.box('div', 'product-info', () => {
    main.paragraph(write.price());
    if (write.random.chance(0.5)) main.paragraph(labels.stock);
    main.raw(
      `<form action="/cart/add"><select name="size"><option>S</option><option>M</option></select><label>${labels.qty}</label><input type="number" value="1"><button type="submit">${write.of(labels.add)}</button></form>`,
    );
    main.paragraph(write.paragraph(['shop', 'fact'], write.random.whole(1, 5)));
    if (write.random.chance(0.6))
      main.list(
        Array.from({ length: write.random.whole(3, 7) }, () => write.line(write.of(['fact', 'shop']))),
      );
  });
  if (write.random.chance(0.6))
    main.table(labels.specs.map((spec) => [spec, `${write.random.whole(1, 90)} cm`]));
  if (write.random.chance(0.5)) {
    main.heading(2, labels.reviews);
    for (let at = write.random.whole(1, 6); at > 0; at--) {
      main.raw(`<div class="stars">★★★★☆</div>`);
      main.paragraph(write.paragraph(['firsthand', 'opinion', 'post'], 2));
    }
  }
}

/** Many products of one kind. */
export function writeListing(main: MainMarkup, write: PageWriter): void {
  const { labels } = write.corpus;
  if (write.random.chance(0.6)) main.paragraph(write.paragraph(['shop', 'fact'], write.random.whole(1, 3)));
  if (write.random.chance(0.8)) {
    main.raw(
      `<div class="toolbar"><span>${write.fill(labels.results)}</span><select><option>${labels.sort}</option></select><button>${labels.filter}</button></div>`,
    );
  }
  cards(main, write, write.random.whole(8, 48), write.random.chance(0.85));
  if (write.random.chance(0.4)) main.paragraph(write.paragraph(['shop', 'intro'], 3));
  main.raw('<div class="pagination"><a href="?page=2">2</a><a href="?page=3">3</a></div>');
}

/** A shop's front door. */
export function writeHome(main: MainMarkup, write: PageWriter): void {
  const { labels } = write.corpus;
  main.box('section', 'hero', () => {
    main.image();
    main.heading(2, write.line(write.of(['coupon', 'shop'])));
    main.button(write.of(labels.buy), '/collections/new');
  });
  for (let at = write.random.whole(2, 6); at > 0; at--) {
    main.box('section', 'home-section', () => {
      main.heading(2, write.of(labels.home));
      if (write.random.chance(0.6)) cards(main, write, write.random.whole(3, 10), write.random.chance(0.6));
      else {
        main.image();
        main.paragraph(write.paragraph(['shop', 'service'], 1));
        main.button(write.of(labels.buy), '/collections/all');
      }
    });
  }
}

function cards(main: MainMarkup, write: PageWriter, count: number, isPriced: boolean): void {
  const { random } = write;
  main.box(random.chance(0.5) ? 'ul' : 'div', 'product-grid', () => {
    for (let at = 0; at < count; at++) {
      const name = write.newName();
      main.box('li', 'product-card', () => {
        main.image();
        main.raw(`<a href="/products/${random.whole(100, 999)}">${escapeMarkup(name)}</a>`, [name]);
        const price = write.price();
        if (isPriced) main.raw(`<span class="price">${price}</span>`, [price]);
        if (random.chance(0.15)) main.raw(`<button>${write.of(write.corpus.labels.add)}</button>`);
      });
    }
  });
}
