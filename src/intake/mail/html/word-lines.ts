/** Puts words into lines the way a page shows them: white space closed up, blocks apart, quotes marked. */
export interface WordLines {
  /** @param isKept - white space stays as it is, as in `pre`. */
  add(words: string, isKept: boolean): void;
  /** Ends the line, when it holds anything. */
  break(): void;
  /** Ends the line even when it is empty, as `br` does. */
  forcedBreak(): void;
  /** Leaves one empty line before what comes. */
  apart(): void;
  /** @param depth - how many quotes the coming lines stand in. */
  quote(depth: number): void;
  text(): string;
}

const QUOTE_DEPTH_MAX = 5;

/** @param lengthMax - characters kept; what comes later is dropped. */
export function wordLines(lengthMax: number): WordLines {
  const lines: string[] = [];
  let line = '';
  let prefix = '';
  let length = 0;

  const end = (): void => {
    const words = line.trimEnd();
    line = '';
    lines.push(words === '' ? prefix.trimEnd() : prefix + words);
  };
  const finish = (): void => {
    if (line.trim() !== '') end();
    line = '';
  };
  return {
    add(words, isKept) {
      if (length >= lengthMax) return;
      const room = words.slice(0, lengthMax - length);
      length += room.length;
      if (isKept) {
        const [first = '', ...others] = room.split('\n');
        line += first;
        for (const other of others) {
          end();
          line = other;
        }
        return;
      }
      const closed = room.replaceAll(/[ \t\r\n\f\u00A0]+/g, ' ');
      line += line === '' || line.endsWith(' ') ? closed.trimStart() : closed;
    },
    break: finish,
    forcedBreak: end,
    apart() {
      finish();
      if (lines.length > 0 && lines.at(-1) !== prefix.trimEnd()) lines.push(prefix.trimEnd());
    },
    quote(depth) {
      finish();
      prefix = depth === 0 ? '' : `${'>'.repeat(Math.min(depth, QUOTE_DEPTH_MAX))} `;
    },
    text() {
      finish();
      return lines
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
    },
  };
}
