import { type CodeAt, codeAt, wholeCode } from './code-at.ts';

/** A line that is a code alone, or a name and a code: `Shop: SAVE20`. */
export function ownLine(text: string): CodeAt[] {
  if (text.length > 80) return [];
  const alone = wholeCode(text);
  // Few letters and a number are a model or a member of a list.
  const isPart = /\s/.test(alone?.code ?? '') && (alone?.code.match(/\p{L}/gu) ?? []).length < 5;
  if (alone && !isPart && (alone.masked || alone.shape === 'strong')) return [alone];
  const pair = /^.{2,40}?\s?[:–—|-]\s(?=\S+(?:$|\s?\())/u.exec(text);
  const code = pair && codeAt(text, pair[0].length);
  return code && (code.masked || code.shape === 'strong' || (code.shape === 'caps' && code.code.length >= 5))
    ? [code]
    : [];
}
