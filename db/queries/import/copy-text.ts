import type { RowValues } from '../../../src/domain/feeds/row-reader.ts';

const SPECIAL = /[\\\t\n\r]/;
const SPECIAL_ALL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A row in the text format of COPY, without the end of the line. */
export function copyText(values: RowValues): string {
  let text = '';
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) text += '\t';
    text += cellText(values[index] ?? null);
  }
  return text;
}

function cellText(value: string | null): string {
  if (value === null) return '\\N';
  return SPECIAL.test(value) ? value.replace(SPECIAL_ALL, (letter) => ESCAPES[letter] ?? letter) : value;
}

/** The cells of a row that `copy … to stdout` wrote, without the end of the line. */
export function copyCells(line: string): (string | null)[] {
  return line.split('\t').map((cell) => {
    if (cell === '\\N') return null;
    return cell.includes('\\')
      ? cell.replace(ESCAPED, (_, letter: string) => UNESCAPES[letter] ?? letter)
      : cell;
  });
}

const ESCAPED = /\\(.)/g;
const UNESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', b: '\b', f: '\f', v: '\v' };
