import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeTarget } from './decode-target.ts';
import { identifyLink } from './identify-link.ts';
import { LINK_PATTERNS } from './networks/patterns-of.ts';

const SHOP = 'https://shop.example/a?b=c';
const ENCODED = encodeURIComponent(SHOP);
const identify = (text: string) => identifyLink(new URL(text));

describe('identifyLink', () => {
  it.each([
    [
      `https://www.awin1.com/cread.php?awinmid=30347&awinaffid=126447&clickref=blog&ued=${ENCODED}`,
      'awin',
      '126447',
      'blog',
      SHOP,
    ],
    [
      `https://www.anrdoezrs.net/click-100815424-17036155?url=${ENCODED}&sid=s1`,
      'cj',
      '100815424',
      's1',
      SHOP,
    ],
    [
      'https://www.anrdoezrs.net/links/100515714/type/dlg/https://shop.example/a',
      'cj',
      '100515714',
      null,
      'https://shop.example/a',
    ],
    [`https://shop.pxf.io/c/3076275/1448521/17195?subId1=x&u=${ENCODED}`, 'impact', '3076275', 'x', SHOP],
    [`https://goto.brand.example/c/3904883/815683/10732?u=${ENCODED}`, 'impact', '3904883', null, SHOP],
    [
      `https://prf.hn/click/camref:1011lABC/pubref:top/destination:${ENCODED}`,
      'partnerize',
      '1011lABC',
      'top',
      SHOP,
    ],
    [
      `https://click.linksynergy.com/deeplink?id=SyrN4SGJMyU&mid=43729&u1=ruw&murl=${ENCODED}`,
      'rakuten',
      'SyrN4SGJMyU',
      'ruw',
      SHOP,
    ],
    [
      `https://www.shareasale.com/r.cfm?b=1&u=775656&m=45652&afftrack=t&urllink=shop.example%2Fa`,
      'shareasale',
      '775656',
      't',
      'https://shop.example/a',
    ],
    [
      'https://www.amazon.co.uk/dp/B078GVDB18?tag=mysite-21&ascsubtag=z',
      'amazon',
      'mysite-21',
      'z',
      'https://www.amazon.co.uk/dp/B078GVDB18',
    ],
    [
      `https://go.skimresources.com/?id=66154X1653890&xs=1&xcust=c&url=${ENCODED}`,
      'skimlinks',
      '66154X1653890',
      'c',
      SHOP,
    ],
    [`https://redirect.viglink.com?key=298b&u=${ENCODED}&cuid=q`, 'sovrn', '298b', 'q', SHOP],
    [
      `https://clk.tradedoubler.com/click?p=264355&a=2947467&epi=digg&url=${ENCODED}`,
      'tradedoubler',
      '2947467',
      'digg',
      SHOP,
    ],
    ['https://tc.tradetracker.net/?c=123&m=12&a=4567&r=ref&u=%2Fpath', 'tradetracker', '4567', 'ref', null],
    [
      `https://track.webgains.com/click.html?wgcampaignid=11&wgprogramid=22&clickref=r&wgtarget=${ENCODED}`,
      'webgains',
      '11',
      'r',
      SHOP,
    ],
    [`https://ad.admitad.com/g/vv3q1oas3r/?subid=w&ulp=${ENCODED}`, 'admitad', 'vv3q1oas3r', 'w', SHOP],
    [
      `https://track.adtraction.com/t/t?a=1&as=1122&t=2&tk=1&epi=e&url=${ENCODED}`,
      'adtraction',
      '1122',
      'e',
      SHOP,
    ],
    ['https://ds1.nl/c/?si=1&li=2&wi=333&ws=sub', 'daisycon', '333', 'sub', null],
    [`https://www.pjtra.com/t/8-1234?sid=s&url=${ENCODED}`, 'pepperjam', '8-1234', 's', SHOP],
    [`https://t.cfjump.com/999/t/888?Url=${ENCODED}&UniqueId=u`, 'commission-factory', '999', 'u', SHOP],
    ['https://go.move.example/aff_c?offer_id=3859&aff_id=1005&aff_sub=x', 'tune', '1005', 'x', null],
    ['https://shop.example/p?rfsn=1234.abc', 'refersion', '1234.abc', null, 'https://shop.example/p'],
    ['https://shop.example/p?sca_ref=55.Q', 'uppromote', '55.Q', null, 'https://shop.example/p'],
    ['https://shop.example/?via=anna', 'rewardful', 'anna', null, 'https://shop.example/'],
    [
      'https://www.ebay.de/itm/1?mkcid=1&mkrid=707&campid=533&customid=c',
      'ebay',
      '533',
      'c',
      'https://www.ebay.de/itm/1?mkcid=1&mkrid=707',
    ],
    [
      'https://www.booking.com/hotel/x.html?aid=8&label=l',
      'booking',
      '8',
      'l',
      'https://www.booking.com/hotel/x.html',
    ],
    ['https://www.digistore24.com/redir/4/anna/camp', 'digistore24', 'anna', 'camp', null],
    ['https://jvz1.com/c/12/34', 'jvzoo', '12', null, null],
    ['https://hop.clickbank.net/?affiliate=an&vendor=ve&tid=t', 'clickbank', 'an', 't', null],
    ['https://bit.ly/2QcKbYx', 'bitly', null, null, null],
    ['https://amzn.to/32X4qwe', 'amazon', null, null, null],
  ])('%s belongs to %s', (link, network, partnerId, subId, target) => {
    expect(identify(link)).toMatchObject({ network, partnerId, subId, target });
  });

  it('follows links inside links, encoded twice, to the innermost address', () => {
    const awin = `https://www.awin1.com/cread.php?awinmid=7&awinaffid=9&ued=${ENCODED}`;
    const twice = encodeURIComponent(encodeURIComponent(awin));
    expect(identify(`https://go.skimresources.com/?id=1X2&url=${twice}`)).toMatchObject({
      partnerId: '1X2',
      networks: ['skimlinks', 'awin'],
      target: SHOP,
    });
  });

  it.each([
    'https://shop.example/a?tag=news',
    'https://www.amazon.com/dp/B078GVDB18',
    'https://evilawin1.com/cread.php?awinaffid=1',
    'https://shop.example/c/shoes/12',
    'https://bit.ly/',
    'mailto:a@shop.example',
  ])('leaves %s alone', (link) => expect(identify(link)).toBeNull());

  it('has rows for forty networks and shorteners, each with what it rests on', () => {
    expect(new Set(LINK_PATTERNS.map(({ network }) => network)).size).toBeGreaterThanOrEqual(40);
    for (const { source } of LINK_PATTERNS) expect(source.length).toBeGreaterThan(5);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, size: 'small' }), fc.string(), (address, value) => {
        identify(address);
        identify(`https://www.awin1.com/cread.php?awinaffid=1&ued=${encodeURIComponent(value)}`);
        expect(decodeTarget(value) ?? 'http').toMatch(/^http/);
      }),
    );
  });
});
