import type { ContentType } from '../../src/domain/pages/content-type.ts';
import { foldText } from '../../src/domain/text/fold-text.ts';
import type { PageWriter } from './page-writer.ts';

const PATHS: Readonly<Record<ContentType, readonly string[]>> = {
  review_single_product: ['/reviews/SLUG', '/SLUG', '/blog/SLUG', '/2023/05/SLUG.html', '/N/SLUG/'],
  comparison_tested: [
    '/SLUG',
    '/best/SLUG',
    '/gear/SLUG',
    '/topics/kitchen/SLUG',
    '/reviews/SLUG/',
    '/blog/SLUG',
  ],
  how_to: ['/how-to/SLUG', '/SLUG', '/blog/SLUG', '/guides/SLUG', '/home/garden/SLUG', '/story/SLUG'],
  listicle_low_value: ['/SLUG', '/blog/SLUG', '/news/SLUG', '/best-SLUG/', '/N-SLUG', '/rankings/SLUG'],
  listicle_curated: ['/SLUG', '/style/SLUG', '/blog/SLUG', '/picks/SLUG'],
  gift_guide: ['/gifts/SLUG', '/SLUG', '/blog/SLUG', '/holiday/SLUG'],
  coupon_site: [
    '/coupons/SHOP',
    '/SHOP',
    '/voucher-codes/SHOP',
    '/stores/SHOP',
    '/gutscheine/SHOP',
    '/view/SHOP.com',
    '/',
  ],
  merchant_coupon_page: [
    '/coupons/',
    '/offers',
    '/pages/promo-codes',
    '/specials',
    '/en/offers-deals',
    '/sale/codes',
  ],
  deal_aggregator: ['/deals', '/SLUG', '/2024/11/25/SLUG/', '/news/SLUG', '/deals/SLUG', '/N-SLUG'],
  forum_or_ugc: [
    '/forum/viewtopic.php?t=N',
    '/t/SLUG/N',
    '/r/advice/comments/N/SLUG/',
    '/questions/N/SLUG',
    '/threads/SLUG.N/',
    '/community/SLUG',
  ],
  product: [
    '/products/SLUG',
    '/p/SLUG',
    '/SLUG-p-N',
    '/pr/SLUG/N',
    '/SLUG',
    '/dp/N',
    '/us/N',
    '/shop/SLUG.html',
  ],
  listing: [
    '/collections/SLUG',
    '/category/SLUG',
    '/c/SLUG',
    '/SLUG/',
    '/shop/SLUG',
    '/search?q=SLUG',
    '/women/SLUG',
  ],
  merchant_home: ['/', '/', '/', '/en', '/?ref=mail'],
  other_editorial: [
    '/news/SLUG',
    '/SLUG',
    '/2022/10/SLUG',
    '/opinion/SLUG',
    '/article/N',
    '/magazine/SLUG',
    '/en/stories/SLUG',
  ],
  other: [
    '/about',
    '/privacy',
    '/services/SLUG',
    '/docs/18/SLUG.html',
    '/contact',
    '/login',
    '/help/SLUG',
    '/SLUG',
  ],
};

/** Where a page of a kind might stand. */
export function addressOf(contentType: ContentType, title: string, write: PageWriter): string {
  const slugOf = (text: string): string =>
    foldText(text)
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 60);
  const isCouponHost = contentType === 'coupon_site' && write.random.chance(0.6);
  const host = isCouponHost
    ? write.of(['www.vouchers.example', 'gutschein-held.example', 'codes4all.example', 'promos.example'])
    : `www.${slugOf(write.shop)}.example`;
  const path = write
    .of(PATHS[contentType])
    .replace('SLUG', write.random.chance(0.75) ? slugOf(title) : slugOf(write.newName()))
    .replace('SHOP', slugOf(write.shop))
    .replace('N', String(write.random.whole(1_000, 999_999)));
  return `https://${host}${path}`;
}
