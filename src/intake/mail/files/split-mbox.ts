const LF = 10;
const FROM = Buffer.from('From ');
/** `From someone Sat Jan  3 01:05:34 1996`, with or without zone and seconds; a sentence that starts so is none. */
const FROM_LINE =
  /^From \S.*\b\d{1,2}:\d{2}(?::\d{2})?\b.*\b\d{4}\b|^From \S+\s+(?:\S+\s+)*\d{4}\s*$|^From -\s/;
const QUOTED_FROM = /^>+From /;
const LINE_LOOKED_AT = 500;

/**
 * Takes an mbox apart, holding one message at a time.
 *
 * A message starts at a `From ` line with a date, at the start or after an empty line; `>From ` lines are undone.
 *
 * @param bytesMax - a longer message is cut there; the one after it is whole again.
 */
export async function* splitMbox(chunks: AsyncIterable<Buffer>, bytesMax: number): AsyncGenerator<Buffer> {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let hasStarted = false;
  let isAfterEmpty = true;
  for await (const line of linesOf(chunks)) {
    if (isAfterEmpty && line.subarray(0, FROM.length).equals(FROM) && isFromLine(line)) {
      if (hasStarted) yield Buffer.concat(kept);
      kept = [];
      keptBytes = 0;
      hasStarted = true;
      isAfterEmpty = false;
      continue;
    }
    isAfterEmpty = line.length <= 2 && line.toString('latin1').trim() === '';
    hasStarted ||= !isAfterEmpty;
    if (keptBytes > bytesMax) continue;
    const own = QUOTED_FROM.test(line.toString('latin1', 0, 20)) ? line.subarray(1) : line;
    kept.push(own);
    keptBytes += own.length;
  }
  if (hasStarted) yield Buffer.concat(kept);
}

const isFromLine = (line: Buffer): boolean =>
  FROM_LINE.test(line.toString('latin1', 0, LINE_LOOKED_AT).trimEnd());

/** Lines with their line ends; one that spans chunks is put together, unless it is longer than a chunk. */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(LF); end !== -1; end = bytes.indexOf(LF, from)) {
      yield bytes.subarray(from, end + 1);
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > chunk.length) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0) yield rest;
}
