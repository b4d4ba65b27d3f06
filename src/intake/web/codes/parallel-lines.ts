import { type CodeAt, codeAt } from '../../../domain/sightings/code-at.ts';
import type { Candidate } from './candidate.ts';
import type { PageLine, PageLines } from './page-lines.ts';

const NEAR_LINES = 4;
const CHARACTERS_MAX = 200;
/** `WORD – what it gives`. */
const HEAD = /^(?:[^\p{L}\p{N}"“„«([]{1,5})?(?=\S{4,30}\s?(?:[:=|]|[–—-]{1,2}\s|→|➡|\())/u;
/** `Shop - WORD`, with a remark after it or none. */
const TAIL =
  /^(?:[^–—:|-]|(?<=\p{L})-(?=\p{L})){2,40}?\s?(?:[–—|:]|-{1,2}(?=\s)|→|➡)\s{1,3}(?=\S{4,30}(?:$|\s?[(,;]|\s[–—-]\s))/u;

/**
 * Lines built like a neighbour that names a code, as in a list where each line has its own: what stands in the same place there is
 * a code, though it be an ordinary word.
 */
export function parallelCodes(page: PageLines, found: readonly Candidate[]): Candidate[] {
  const byLine = Map.groupBy(
    found.filter(({ words, masked, shown }) => words !== null && !masked && shown !== 'comment'),
    ({ line }) => line,
  );
  return page.lines.flatMap((line, at) => {
    if (byLine.has(at) || line.text.length > CHARACTERS_MAX) return [];
    const code = [HEAD, TAIL]
      .map((form) => inForm(line, form, near(page, at, form, byLine)))
      .find((each) => each);
    if (!code) return [];
    const { start, end } = code;
    const words = { text: line.text, start, end };
    const retired = line.retired.some(([from, to]) => from <= start && end <= to);
    const { element, shown } = line;
    return [
      {
        code: code.code,
        how: 'text' as const,
        element,
        line: at,
        words,
        masked: false,
        retired,
        shown,
        rules: ['parallel lines'],
      },
    ];
  });
}

/** Whether a line nearby of the same form and kind has its code there. */
function near(
  page: PageLines,
  at: number,
  form: RegExp,
  byLine: ReadonlyMap<number, readonly Candidate[]>,
): boolean {
  const tag = page.lines[at]?.element.tagName;
  for (let other = at - NEAR_LINES; other <= at + NEAR_LINES; other += 1) {
    const line = page.lines[other];
    const start = line && line.text.length <= CHARACTERS_MAX ? form.exec(line.text)?.[0].length : undefined;
    if (start === undefined || line?.element.tagName !== tag) continue;
    if (byLine.get(other)?.some(({ words }) => words !== null && Math.abs(words.start - start) <= 1))
      return true;
  }
  return false;
}

function inForm({ text }: PageLine, form: RegExp, alike: boolean): CodeAt | null {
  const start = alike ? form.exec(text)?.[0].length : undefined;
  const code = start === undefined ? null : codeAt(text, start);
  if (code === null || code.masked || code.code.length < 4 || code.shape === 'digits') return null;
  // `Shipping: free`, `Note - …`: words that begin a sentence.
  return code.shape === 'word' && /^\p{Lu}/u.test(code.code) ? null : code;
}
