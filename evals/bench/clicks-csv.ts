import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const CLICK_COLUMNS = [
  'click_id',
  'partner_id',
  'sub_id',
  'visitor_id',
  'clicked_at',
  'landing_url',
  'referrer',
  'user_agent',
  'ip_hash',
  'device',
];
export const CLICKS_FROM = new Date('2026-01-01T00:00:00Z');
export const CLICKS_TO = new Date('2026-03-31T23:59:59Z');

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/604.1',
];
const ROWS_AT_ONCE = 1_000;

/**
 * Writes a generic file of clicks over three months, two thousand partners and 400,000 visitors; the same every time.
 *
 * @param brokenLine - line of the file where the row lacks its cells, or `null`.
 */
export async function writeClicksCsv(path: string, rows: number, brokenLine: number | null): Promise<void> {
  await pipeline(Readable.from(pieces(rows, brokenLine)), createWriteStream(path));
}

function* pieces(rows: number, brokenLine: number | null): Generator<string> {
  yield `${CLICK_COLUMNS.join(',')}\n`;
  const random = draws();
  const stepMs = (CLICKS_TO.getTime() - CLICKS_FROM.getTime()) / rows;
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    let text = '';
    for (let index = from; index < Math.min(rows, from + ROWS_AT_ONCE); index += 1) {
      const cells = clickCells(index, new Date(CLICKS_FROM.getTime() + Math.floor(index * stepMs)), random);
      text += index + 2 === brokenLine ? 'broken,row\n' : `${cells.join(',')}\n`;
    }
    yield text;
  }
}

function clickCells(index: number, at: Date, random: () => number): string[] {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const partner = upTo(2_000);
  return [
    `c${index}`,
    `p${partner}`,
    random() < 0.2 ? `s${upTo(50)}` : '',
    `v${upTo(400_000)}`,
    at.toISOString(),
    `https://shop.example/product/${upTo(3_000)}`,
    `https://www.site${partner}.example/post/${upTo(40)}`,
    `"${AGENTS[upTo(AGENTS.length)]}"`,
    upTo(2 ** 31)
      .toString(16)
      .padStart(8, '0')
      .repeat(4),
    random() < 0.5 ? 'mobile' : 'desktop',
  ];
}

/** Numbers in [0, 1) that are the same every time (mulberry32). */
function draws(): () => number {
  let state = 20_260_101;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
