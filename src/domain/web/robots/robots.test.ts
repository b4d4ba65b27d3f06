import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAllowed } from './is-allowed.ts';
import { matchesPath } from './path-pattern.ts';
import { readRobots } from './read-robots.ts';

const Cases = z.array(
  z.object({
    test: z.string(),
    robots_txt: z.string(),
    user_agent: z.string(),
    url: z.string(),
    allowed: z.boolean(),
  }),
);
const cases = Cases.parse(
  JSON.parse(readFileSync(new URL('./fixtures/google-robotstxt-cases.json', import.meta.url), 'utf8')),
);

describe('robots.txt', () => {
  it('is read as Google’s own test cases say', () => {
    expect(cases.length).toBeGreaterThan(100);
    const wrong = cases.filter(
      ({ robots_txt, user_agent, url, allowed }) =>
        isAllowed(readRobots(robots_txt, user_agent), url) !== allowed,
    );
    expect(wrong).toEqual([]);
  });

  it('gives the crawl delay of the robot’s own group, else of everybody’s, and every sitemap', () => {
    const text = [
      'Sitemap: https://x.test/a.xml',
      'User-agent: *',
      'Crawl-delay: 7',
      'Disallow: /private',
      'User-agent: Marginkeeper',
      'Crawl-delay: 2.5',
      'Sitemap: https://x.test/b.xml',
    ].join('\n');
    expect(readRobots(text, 'marginkeeper')).toEqual({
      rules: [],
      crawlDelaySeconds: 2.5,
      sitemaps: ['https://x.test/a.xml', 'https://x.test/b.xml'],
    });
    expect(readRobots(text, 'other').crawlDelaySeconds).toBe(7);
    expect(readRobots('User-agent: *\nCrawl-delay: soon', 'x').crawlDelaySeconds).toBeNull();
  });

  it('takes a page of HTML in its place for a file without rules', () => {
    expect(isAllowed(readRobots('<!doctype html><title>Not here</title>', 'x'), 'https://x.test/')).toBe(
      true,
    );
  });

  it('matches hostile patterns at once', () => {
    const path = `/${'a'.repeat(100_000)}`;
    expect(matchesPath(path, `/${'*a'.repeat(5_000)}*b$`)).toBe(false);
  });
});
