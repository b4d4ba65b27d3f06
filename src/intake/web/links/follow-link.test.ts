import { afterEach, describe, expect, it } from 'vitest';
import { leadTo, type Page, type Site, startSite } from '../../../connectors/web/testing/site-farm.ts';
import { testReader } from '../../../connectors/web/testing/test-reader.ts';
import { followLink } from './follow-link.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});
const siteOf = async (pages: Readonly<Record<string, Page>>): Promise<Site> => {
  const site = await startSite(pages);
  open.push(site);
  return site;
};

describe('followLink', () => {
  it('names every stop, the partner who is paid, and where it ends', async () => {
    const site = await siteOf({
      '/short': leadTo('/aff_c?offer_id=3&aff_id=1005&aff_sub=top', 302),
      '/aff_c': leadTo('/wait', 301),
      '/wait': '<meta http-equiv="refresh" content="0; url=/shop?a=1&amp;b=2">',
      '/shop': '<h1>Boots</h1>',
    });
    const reader = testReader([site]);
    open.push(reader);
    expect(await followLink(reader, `${site.origin}/short`)).toMatchObject({
      hops: ['/short', '/aff_c?offer_id=3&aff_id=1005&aff_sub=top', '/wait', '/shop?a=1&b=2'].map(
        (path) => site.origin + path,
      ),
      networks: ['tune'],
      partnerId: '1005',
      subId: 'top',
      target: `${site.origin}/shop?a=1&b=2`,
      error: null,
    });
  });

  it('does not pass the fence', async () => {
    const site = await siteOf({ '/out': leadTo('http://10.0.0.1/admin', 302) });
    const reader = testReader([site]);
    open.push(reader);
    const followed = await followLink(reader, `${site.origin}/out`);
    expect(followed.target).toBeNull();
    expect(followed.error).not.toBeNull();
  });

  it('ends where a page sends on to itself', async () => {
    const site = await siteOf({
      '/a': '<meta http-equiv=refresh content="0;url=/b">',
      '/b': '<meta http-equiv=refresh content="0;url=/a">',
    });
    const reader = testReader([site]);
    open.push(reader);
    expect((await followLink(reader, `${site.origin}/a`)).hops).toHaveLength(2);
  });
});
