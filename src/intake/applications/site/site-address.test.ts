import { describe, expect, it } from 'vitest';
import { readApplication } from '../../../domain/vetting/read-application.ts';
import { newestPosts } from './newest-posts.ts';
import { isSameSite, siteAddress } from './site-address.ts';

function addressOf(applicant: Record<string, unknown>) {
  const read = readApplication({ id: 'a', ...applicant });
  if ('error' in read) throw new Error('unreadable');
  return siteAddress(applicant, read.application);
}

describe('siteAddress', () => {
  it.each([
    [{ platform: 'blog', url: 'https://maya.example/blog#top' }, 'https://maya.example/blog', true],
    [{ platform: 'blog', handle: 'mayawrites.com' }, 'https://mayawrites.com/', true],
    [{ platform: 'coupon site', website: 'www.codes-today.co.uk' }, 'https://www.codes-today.co.uk/', true],
    [
      { platform: 'instagram', bio: 'Tea. Recipes: mayawrites.com/tea.' },
      'https://mayawrites.com/tea',
      false,
    ],
    [
      { platform: 'tiktok', pitch: 'See http://maya.example/?a=1, please' },
      'http://maya.example/?a=1',
      false,
    ],
    [
      { platform: 'newsletter', url: 'https://user:pass@maya.substack.com' },
      'https://maya.substack.com/',
      true,
    ],
  ])('finds the site that %j names', (applicant, url, isApplicant) => {
    expect(addressOf(applicant)).toEqual({ url, isApplicant });
  });

  it.each([
    [{ platform: 'instagram', handle: 'maya.at.com', bio: 'Write to maya@mayawrites.com' }],
    [{ platform: 'instagram', url: 'https://www.instagram.com/maya' }],
    [{ platform: 'tiktok', bio: 'https://linktr.ee/maya' }],
    [{ platform: 'instagram', bio: 'My picks: https://www.awin1.com/cread.php?awinmid=1&awinaffid=2' }],
    [{ platform: 'instagram', bio: 'https://bit.ly/3abc' }],
    [{ platform: 'blog', handle: '@maya.at.home' }],
    [{ platform: 'blog', url: 'javascript:alert(1)', website: 'file:///etc/passwd', link: 7 }],
  ])('takes nothing in %j for a site', (applicant) => {
    expect(addressOf(applicant)).toBeNull();
  });

  it('takes no address that is longer than any is', () => {
    expect(addressOf({ platform: 'blog', url: `https://maya.example/${'a'.repeat(3_000)}` })).toBeNull();
  });
});

it('tells sites of one owner from those of others on the same host', () => {
  expect(isSameSite('https://maya.example/a', 'https://www.maya.example/')).toBe(true);
  expect(isSameSite('https://maya.substack.com', 'https://tom.substack.com')).toBe(false);
  expect(isSameSite('https://maya.com', 'https://spam.com')).toBe(false);
});

describe('newestPosts', () => {
  const NOW = new Date('2026-11-20');
  const listed = (path: string, changedAt: string | null, title: string | null = null) => ({
    url: `https://maya.example${path}`,
    changedAt: changedAt === null ? null : new Date(changedAt),
    title,
    from: 'sitemap' as const,
  });

  it('prefers what feeds name, newest first, and leaves out pages that are no posts', () => {
    const pages = [
      listed('/', '2026-11-19'),
      listed('/about', '2026-11-19'),
      listed('/tag/tea/', '2026-11-19'),
      listed('/logo.png', '2026-11-19'),
      listed('/touched', '2026-11-18'),
      listed('/old', '2026-01-01', 'Old'),
      listed('/new', '2026-11-02', 'New'),
      listed('/planned', '2027-05-01', 'Planned'),
      { ...listed('/x', '2026-11-19', 'X'), url: 'https://other.example/x' },
    ];
    expect(newestPosts(pages, 'https://maya.example/', 2, NOW)).toEqual([
      'https://maya.example/new',
      'https://maya.example/old',
    ]);
  });

  it('stays below the start where a host has many owners', () => {
    const pages = [listed('/@tom/post', '2026-11-19'), listed('/@maya/post', '2026-01-01')];
    expect(newestPosts(pages, 'https://maya.example/@maya', 2, NOW)).toEqual([
      'https://maya.example/@maya/post',
    ]);
    expect(newestPosts(pages, 'https://maya.example/@lena', 2, NOW)).toEqual([]);
  });
});
