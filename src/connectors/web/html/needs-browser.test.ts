import { describe, expect, it } from 'vitest';
import { needsBrowser } from './needs-browser.ts';

const words = (count: number): string =>
  'Nine honest words about what this garden chair does. '.repeat(count / 9);
const page = (body: string, head = '<script src="/app.js"></script>'): string =>
  `<!doctype html><html><head><title>A title of some length</title>${head}</head><body>${body}</body></html>`;

describe('a page needs a browser', () => {
  it.each([
    ['an empty root', page('<div id="root"></div>'), /#root.* is empty/],
    [
      'an empty root of Angular',
      page(`<app-root></app-root><footer>${words(90)}</footer>`),
      /app-root.* is empty/,
    ],
    [
      'an empty root beside a frame of words',
      page(`<nav>${words(90)}</nav><div id="__next"><div></div></div>`),
      /#__next/,
    ],
    [
      'a noscript that says so',
      page(`${words(90)}<noscript>Please enable JavaScript to run this app.</noscript>`),
      /JavaScript/,
    ],
    ['one in German', page(`${words(90)}<noscript>Bitte aktivieren Sie Skripte.</noscript>`), /JavaScript/],
    ['a place that is still loading', page(`<main aria-busy="true">Loading</main>${words(90)}`), /loading/],
    ['scripts and next to no text', page('<p>Loading…</p>'), /only 8 characters/],
    [
      'codes behind buttons',
      page(`${words(900)}<button class="btn">Show coupon code</button>`),
      /^1 control shows/,
    ],
    [
      'codes behind marked elements',
      page(`${words(900)}<div role="button" class="c reveal-code">•••</div>`),
      /^1 control/,
    ],
    [
      'codes behind buttons in French',
      page(`${words(900)}<button>Voir <b>le code</b></button><button>Voir le code</button>`),
      /^2 controls/,
    ],
    [
      'a way on by itself',
      page('<p>Moved.', '<meta http-equiv="Refresh" content="0; URL=/new">'),
      /leads on/,
    ],
    [
      'an input as a button',
      page(`${words(900)}<input type="button" value="Gutschein anzeigen">`),
      /^1 control/,
    ],
  ])('with %s', (_what, html, reason) => {
    expect(needsBrowser(html)).toMatchObject({ isNeeded: true, reason: expect.stringMatching(reason) });
  });

  it.each([
    ['text of its own', page(`<div id="root">${words(900)}</div>`)],
    ['no scripts', page('<div id="root"></div>', '')],
    ['data as its only script', page('<p>Short.</p>', '<script type="application/ld+json">{}</script>')],
    ['codes in their buttons', page(`${words(900)}<button data-code="SAVE20">Show code</button>`)],
    [
      'codes beside a copy button',
      page(`${words(900)}<button data-clipboard-text="SAVE20">Copy code</button>`),
    ],
    ['links to shops', page(`${words(900)}<a href="/out/1">Get code</a>`)],
    [
      'a pixel in its noscript',
      page(`${words(900)}<noscript><img src="https://x.test/p.gif?javascript=1"></noscript>`),
    ],
  ])('not with %s', (_what, html) => {
    expect(needsBrowser(html).isNeeded).toBe(false);
  });

  it('is decided as well for pages that are broken on purpose', () => {
    const deep = `<script></script>${'<div>'.repeat(100_000)}`;
    expect(needsBrowser(deep).isNeeded).toBe(true);
    expect(needsBrowser(`${deep}${'</p>'.repeat(100_000)}${words(900)}`).isNeeded).toBe(false);
    expect(needsBrowser('<script>').isNeeded).toBe(true);
    expect(needsBrowser('').isNeeded).toBe(false);
  });
});
