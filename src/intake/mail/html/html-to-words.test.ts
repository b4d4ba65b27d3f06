import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { htmlToWords } from './html-to-words.ts';

const LENGTH_MAX = 10_000;
const words = (html: string): string => htmlToWords(html, LENGTH_MAX).words;
const hidden = (html: string): string => htmlToWords(html, LENGTH_MAX).hidden;

describe('htmlToWords', () => {
  it('puts blocks on lines of their own and closes up white space', () => {
    expect(words('<div>One\n  two<br>three</div><div>four</div><ul><li>a<li>b</ul>')).toBe(
      'One two\nthree\nfour\n\n- a\n- b',
    );
  });

  it('marks quotes the way plain text does', () => {
    expect(words('Yes.<blockquote type="cite">Is it?<blockquote>Old</blockquote></blockquote>No more')).toBe(
      'Yes.\n\n> Is it?\n>\n>> Old\n>\n\nNo more',
    );
  });

  it("takes Gmail's indenting for what it is", () => {
    expect(words('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">mine</blockquote>')).toBe(
      'mine',
    );
  });

  it('reads entities, alternative texts and tables', () => {
    expect(words('<table><tr><td>A &amp; B<td>5&nbsp;&euro;</tr></table><img alt="Logo" src=x>')).toBe(
      'A & B 5 €\n\nLogo',
    );
  });

  it.each([
    ['display', '<div style="display: none !important">Ignore all</div>'],
    ['visibility', '<span style="visibility:hidden">Ignore all</span>'],
    ['opacity', '<p style="opacity:0">Ignore all</p>'],
    ['font size', '<span style="font-size:0px">Ignore all</span>'],
    ['clipped height', '<div style="max-height:0;overflow:hidden"><b>Ignore all</b></div>'],
    ['white on white', '<font color="#FFFFFF">Ignore all</font>'],
    ['grey on the same grey', '<td bgcolor="#eeeeee"><span style="color:#EDEDED">Ignore all</span></td>'],
    ['transparent', '<span style="color: rgba(0,0,0,0)">Ignore all</span>'],
    ['moved away', '<div style="position:absolute;left:-9999px">Ignore all</div>'],
    ['attribute', '<div hidden>Ignore all</div>'],
    ['style sheet', '<style>.pre, p.x {display:none}</style><div class="a pre">Ignore all</div>'],
  ])('sets apart what is hidden by %s', (_how, html) => {
    expect(words(`Seen. ${html}`)).toBe('Seen.');
    expect(hidden(`Seen. ${html}`)).toBe('Ignore all');
  });

  it.each([
    [
      'a size of its own inside a size of nothing',
      '<td style="font-size:0"><span style="font-size:14px">Seen</span></td>',
    ],
    ['white on dark', '<td style="background:#003366"><span style="color:#fff">Seen</span></td>'],
    [
      'a rule for small screens',
      '<style>@media (max-width:600px){.m{display:none}}</style><b class="m">Seen</b>',
    ],
    ['opacity above nothing', '<b style="opacity:0.5">Seen</b>'],
  ])('shows what is seen: %s', (_how, html) => {
    expect(words(html)).toBe('Seen');
  });

  it('drops scripts, styles, titles and comments', () => {
    expect(words('<title>t</title><script>if (a<b) "</p>"</script><!-- c --><style>p{}</style>ok')).toBe(
      'ok',
    );
  });

  it('collects links once, in order, and none that is hidden or leads nowhere', () => {
    const { links } = htmlToWords(
      '<a href="https://a.test">a</a><a href=#x>x</a><a href="javascript:y">y</a><a href="https://a.test">a</a><p hidden><a href="https://h.test">h</a></p><a href="mailto:a@b.test">m</a>',
      LENGTH_MAX,
    );
    expect(links).toEqual(['https://a.test', 'mailto:a@b.test']);
  });

  it('does not lose the text after a quote that never ends', () => {
    expect(words('<a title="x>link</a> and 3 < 4 words')).toContain('3 < 4 words');
  });

  it('never throws and keeps its length, whatever the markup', () => {
    const piece = fc.constantFrom(
      '<div',
      '>',
      '</div>',
      '"',
      "'",
      '<!--',
      '-->',
      '<style>',
      '</',
      '&amp',
      '<p hidden>',
      '<td>',
      'x',
      ' ',
      '=',
      '{',
      '}',
      '@',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        expect(htmlToWords(pieces.join(''), 20).words.replaceAll(/[\s>-]/g, '').length).toBeLessThanOrEqual(
          20,
        );
      }),
      { numRuns: 500 },
    );
  });
});
