import type { MailLimits } from './mail-limits.ts';

const LF = 10;
const CR = 13;

/**
 * A mail whose head is too long, with the lines of its head that fit; others come back as they are.
 *
 * Without this a head of some megabytes would hide the mail below it.
 */
export function cutHead(bytes: Buffer, limits: MailLimits): { bytes: Buffer; isCut: boolean } {
  const end = headEnd(bytes);
  if (end <= limits.headerBytes) return { bytes, isCut: false };
  const lastLine = bytes.lastIndexOf(LF, limits.headerBytes);
  const kept = bytes.subarray(0, lastLine === -1 ? limits.headerBytes : lastLine + 1);
  return {
    bytes: Buffer.concat([kept, Buffer.from(lastLine === -1 ? '\r\n\r\n' : '\r\n'), bytes.subarray(end)]),
    isCut: true,
  };
}

/** Where the empty line after the head ends; the length when there is none. */
function headEnd(bytes: Buffer): number {
  for (let at = bytes.indexOf(LF); at !== -1; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at + 1] === LF) return at + 2;
    if (bytes[at + 1] === CR && bytes[at + 2] === LF) return at + 3;
  }
  return bytes.length;
}
