import { Readable } from 'node:stream';
import { MimeNode, Splitter, type SplitterChunk } from '@zone-eu/mailsplit';
import type { MailLimits } from '../mail-limits.ts';
import { type HeaderLine, headerLines } from './header-lines.ts';
import { type MailPart, type OpenPart, openPart } from './mail-part.ts';

const CHUNK_BYTES = 64 * 1024;
/** The splitter counts a header line as 64 bytes at least; our own cap on the head is the one that works. */
const SPLITTER_HEAD_BYTES = 8 * 1024 * 1024;

/** A mail taken apart; parts stand in their order. */
export interface SplitMail {
  readonly headers: readonly HeaderLine[];
  /** Of the outermost part, in lower case, such as `multipart/report`. */
  readonly contentType: string;
  readonly parts: readonly MailPart[];
  readonly troubles: readonly string[];
}

/** Takes the bytes of a mail apart. Where a cap is reached, it stops there and gives what it has. */
export async function splitParts(bytes: Buffer, limits: MailLimits): Promise<SplitMail> {
  const splitter = new Splitter({
    ignoreEmbedded: true,
    maxHeadSize: SPLITTER_HEAD_BYTES,
    // The root and the multiparts are nodes too; ours is the cap that counts.
    maxChildNodes: limits.parts,
  });
  const opened: OpenPart[] = [];
  const troubles: string[] = [];
  const strays: Buffer[] = [];
  let root: MimeNode | null = null;
  let open: OpenPart | null = null;
  try {
    for await (const chunk of Readable.from(slices(bytes)).compose(
      splitter,
    ) as AsyncIterable<SplitterChunk>) {
      if (chunk.type === 'node') {
        root ??= chunk;
        if (depthOf(chunk, limits.depth) > limits.depth) {
          troubles.push(`Its parts are nested deeper than ${limits.depth}; what lies deeper was not read.`);
          break;
        }
        open = chunk.multipart ? null : openPart(chunk, limits);
        if (open) opened.push(open);
      } else if (chunk.type === 'body') open?.write(chunk.value);
      else if (opened.length === 0) strays.push(chunk.value);
    }
  } catch (error) {
    troubles.push(
      error instanceof Error && /child nodes/.test(error.message)
        ? `It has more than ${limits.parts} parts; the rest was not read.`
        : 'Its structure could not be followed to the end.',
    );
  }
  if (
    root &&
    opened.length === 0 &&
    troubles.length === 0 &&
    strays.some((bytes) => /\S/.test(bytes.toString('latin1')))
  ) {
    troubles.push('Its parts are not where it says; what stands there was read as text.');
    const part = openPart(Object.assign(new MimeNode(false), { contentType: 'text/plain' }), limits);
    for (const bytes of strays) part.write(bytes);
    opened.push(part);
  }
  const parts = await Promise.all(opened.map((part) => part.end()));
  const contentType = root?.contentType || 'text/plain';
  return { headers: root ? linesOf(root) : [], contentType, parts, troubles };
}

function* slices(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield bytes.subarray(start, start + CHUNK_BYTES);
  }
}

function depthOf(node: MimeNode, depthMax: number): number {
  let depth = 0;
  for (let at = node.parentNode; at && depth <= depthMax; at = at.parentNode) depth++;
  return depth;
}

function linesOf(root: MimeNode): HeaderLine[] {
  return root.headers ? headerLines(root.headers.getList()) : [];
}
