const FIELD = /^[!-9;-~]{1,100}[ \t]*:/;
const MBOX_LINE = /^>?From \S/;
const LINES_AHEAD = 3;

/**
 * A mail whose head ends without the empty line it should end with, with that line put in; others come back as they are.
 *
 * Some programs write a line of spaces there, some nothing, and some write no head at all. The head ends at the first
 * line that can be neither a field nor part of one, unless fields go on shortly after it.
 *
 * @param headBytesMax - how far a head can reach.
 */
export function mendHead(bytes: Buffer, headBytesMax: number): Buffer {
  const lines = bytes.toString('latin1', 0, headBytesMax).split('\n');
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (isLast || line === '' || line === '\r') return bytes;
    if (!isOfHead(line, index) && !goesOn(lines, index)) {
      const isSpace = line.trim() === '';
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from('\r\n'),
        bytes.subarray(isSpace ? at + line.length + 1 : at),
      ]);
    }
    at += line.length + 1;
  }
  return bytes;
}

function isOfHead(line: string, index: number): boolean {
  if (FIELD.test(line) || (index === 0 && MBOX_LINE.test(line))) return true;
  return index > 0 && /^[ \t]/.test(line) && line.trim() !== '';
}

/** Whether a field, or an indented line of one, follows; a sentence of the body rarely looks like either. */
function goesOn(lines: readonly string[], index: number): boolean {
  const isSpace = lines[index]?.trim() === '';
  const next = lines.slice(index + 1, index + 1 + (isSpace ? 1 : LINES_AHEAD));
  const end = next.findIndex((line) => line === '' || line === '\r');
  return next
    .slice(0, end === -1 ? undefined : end)
    .some((line) => FIELD.test(line) || /^[ \t]+\S/.test(line));
}
