/** One simulated site of the demo: where it would stand, which saved page it shows, and what it shows when it is looked at again. */
export interface DemoSource {
  readonly url: string;
  readonly kind: 'page' | 'feed';
  /** In `pages/`. */
  readonly file: string;
  /** From the second look on; null for the same. */
  readonly laterFile: string | null;
}

const page = (url: string, file: string, laterFile: string | null = null): DemoSource => ({
  url,
  kind: 'page',
  file,
  laterFile,
});

/** Sites of demo partners, and of strangers. The codes on them are the demo's own. */
export const DEMO_SOURCES: readonly DemoSource[] = [
  page('https://www.savermagpie.example/demo-giftware', 'savermagpie.html'),
  page('https://www.savermagpie.example/secret-gift-codes', 'savermagpie-gifts.html'),
  page('https://www.promohirondelle.example/codes/demo-giftware', 'promohirondelle.html'),
  page('https://www.bargaindrawer.example/this-week', 'bargaindrawer.html'),
  page('https://www.nesteggstreet.example/shops/demo-giftware', 'nesteggstreet.html'),
  page('https://www.stoopdagboek.example/kortingscodes', 'stoopdagboek.html'),
  page('https://www.thriftbadger.example/demo-giftware', 'thriftbadger.html'),
  page('https://gutscheinwolke.example/demo-giftware', 'gutscheinwolke.html', 'gutscheinwolke.later.html'),
  page('https://rabattpost.example/newsletter-codes', 'rabattpost.html'),
  page('https://dealspinnaker.example/demo-giftware', 'dealspinnaker.html'),
  page('https://codenook.example/gifts', 'codenook.html'),
  page('https://foro.codigosol.example/regalos', 'codigosol.html'),
  page('https://voucherlark.example/demo-giftware', 'voucherlark.html'),
  page('https://teaandtwine.example/ten-gifts', 'teaandtwine.html'),
  { url: 'https://basketboard.example/gifts.rss', kind: 'feed', file: 'basketboard.xml', laterFile: null },
];
