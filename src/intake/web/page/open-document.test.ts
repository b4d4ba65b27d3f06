import { describe, expect, it } from 'vitest';
import { openDocument } from './open-document.ts';
import { PAGE_LIMITS } from './page-limits.ts';

const textOf = (content: Parameters<typeof openDocument>[0], contentType: string | null = null): string =>
  openDocument(content, contentType).document.body.textContent ?? '';

describe('openDocument', () => {
  it('reads a hundred thousand elements inside each other, and keeps the words', () => {
    const html = `${'<div>'.repeat(100_000)}deep down${'</div>'.repeat(100_000)}<p>behind</p>`;
    const { document, notes } = openDocument({ html });
    expect(document.body.textContent).toContain('deep down');
    expect(document.body.textContent).toContain('behind');
    expect(notes).toEqual([expect.stringMatching(/nested deeper than 200; 99\d{3} tags/)]);
  });

  it('reads the beginning of a page that is too large, and says so', () => {
    const limits = { ...PAGE_LIMITS, elements: 100, characters: 1_000 };
    const { document, notes } = openDocument({ html: '<p>word</p>'.repeat(5_000) }, null, limits);
    expect(document.querySelectorAll('p').length).toBeLessThanOrEqual(100);
    expect(notes).toEqual([expect.stringMatching(/^Only its beginning was read/)]);
  });

  it('leaves out a heavy script rather than the words behind it', () => {
    const limits = { ...PAGE_LIMITS, characters: 5_000, scriptCharacters: 1_000 };
    const html = `<script>${'x'.repeat(8_000)}</script><script type="application/ld+json">{"a":1}</script><p>after</p>`;
    const { document, notes } = openDocument({ html }, null, limits);
    expect(document.body.textContent).toContain('after');
    expect(document.querySelectorAll('script').length).toBe(1);
    expect(notes).toEqual(['1 heavy scripts or inline files were left out.']);
  });

  it.each([
    '<',
    '<a ',
    '<a href="',
    '<!--',
    '<script>',
    '</p>',
    '&amp',
    '<![CDATA[',
    '<svg><p>',
    '<table><tr><td>',
  ])('ends for %s without end', (piece) => {
    expect(openDocument({ html: piece.repeat(20_000) }).document.body).toBeTruthy();
  });

  it('takes markup within the limits as it is', () => {
    const html =
      '<!doctype html><html><head><title>a > b</title></head><body><p>x<p>y<br><img alt="1 > 0"></body></html>';
    expect(openDocument({ html })).toMatchObject({ html, notes: [], charset: 'utf-8' });
  });

  it.each([
    ['utf-8', null, Buffer.from('<p>grün</p>')],
    ['utf-8', 'text/html; charset=iso-8859-1', Buffer.from('<p>grün</p>')],
    ['utf-16le', null, Buffer.from('\uFEFF<p>grün</p>', 'utf16le')],
    ['windows-1252', 'text/html; charset=ISO-8859-1', Buffer.from('<p>grün</p>', 'latin1')],
    ['windows-1252', null, Buffer.from('<meta charset="utf-8"><p>grün und schön für Bücher</p>', 'latin1')],
    ['windows-1252', 'text/html; charset=utf-7', Buffer.from('<p>grün</p>', 'latin1')],
  ])('reads %s whatever is claimed (%s)', (charset, contentType, bytes) => {
    expect(openDocument({ bytes }, contentType).charset).toBe(charset);
    expect(textOf({ bytes }, contentType)).toContain('grün');
  });

  it('goes on after an end of the page that comes too early, as browsers do', () => {
    const html =
      '<html><head><title>Tea</title></head></html><body><p>Still here</p></body></html><p>and here</p>';
    expect(openDocument({ html }).document.body?.textContent).toContain('Still here');
    expect(openDocument({ html }).document.documentElement?.textContent).toContain('and here');
  });

  it('reads what is no page at all', () => {
    expect(textOf({ bytes: new Uint8Array() })).toBe('');
    expect(textOf({ bytes: Uint8Array.from({ length: 4_000 }, (_, at) => (at * 151) % 256) })).toBeTypeOf(
      'string',
    );
  });
});
