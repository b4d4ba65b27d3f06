import { Refusal } from '../../domain/errors.ts';
import { FEED_COLUMNS } from '../../domain/feeds/columns.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { type FileShop, shopJsonRows } from '../../domain/shops/shop-json.ts';
import {
  SHOPIFY_EXPORT_COLUMNS,
  type ShopifyExport,
  shopifyExport,
} from '../../domain/shops/shopify-export.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { FileRecord, RowSource } from './file-record.ts';
import { jsonElements } from './json-elements.ts';
import { rowOf } from './network-record.ts';
import { prepended } from './prepended.ts';
import { readRecords } from './read-records.ts';

/** Lines of one order that are held in memory. */
const LINES_MAX = 10_000;

/**
 * A shop's orders from its own file: the list of its API as JSON, either shop's; or the CSV that Shopify's admin exports.
 * WooCommerce exports no CSV of orders by itself.
 *
 * @throws {Refusal} `format_unknown` for a kind that such a file does not hold, `column_missing`, `file_unreadable`.
 */
export async function shopRows(
  shop: FileShop,
  kind: ImportKind,
  chunks: AsyncGenerator<Buffer>,
): Promise<RowSource> {
  if (kind !== 'orders' && kind !== 'refunds') {
    throw new Refusal('format_unknown', `A file of ${shop} holds orders and refunds, not ${kind}.`, { kind });
  }
  const first = await chunks.next();
  if (first.done) throw new Refusal('file_unreadable', 'The file is empty.');
  const all = prepended(first.value, chunks);
  if (first.value.toString('utf8', 0, 300).trimStart().startsWith('[')) {
    const header = Object.keys(FEED_COLUMNS[kind]).filter((name) => name !== 'visitor_id');
    return { header, pieces: fromJson(shop, kind, header, all) };
  }
  if (shop === 'woocommerce' || kind === 'refunds') {
    throw new Refusal(
      'format_unknown',
      shop === 'woocommerce'
        ? 'WooCommerce’s orders are imported as the JSON list of its REST API.'
        : 'Shopify’s CSV does not say when and what came back; refunds are imported as the JSON list of its API.',
      { kind },
    );
  }
  const { header, pieces } = await readRecords(all);
  return { header: SHOPIFY_EXPORT_COLUMNS, pieces: byOrder(shopifyExport(header), pieces) };
}

async function* fromJson(
  shop: FileShop,
  kind: 'orders' | 'refunds',
  header: readonly string[],
  chunks: AsyncGenerator<Buffer>,
): AsyncGenerator<readonly FileRecord[]> {
  for await (const elements of jsonElements(chunks)) {
    yield elements.flatMap(({ line, text }) => {
      const record = { line, raw: () => text };
      const rows = shopJsonRows(shop, kind, parseExactJson(text));
      if ('problem' in rows) return [rowOf(record, rows)];
      return rows.map((row) => {
        const named: Readonly<Record<string, string | null | undefined>> = row;
        return rowOf(record, { cells: header.map((name) => named[name] ?? '') });
      });
    });
  }
}

/** Holds an order's lines until the next order begins, because its first line speaks for all. */
async function* byOrder(
  { orderOf, rowsOf }: ShopifyExport,
  pieces: AsyncGenerator<FileRecord[]>,
): AsyncGenerator<readonly FileRecord[]> {
  let held: FileRecord[] = [];
  let order = '';
  const flush = (): FileRecord[] => {
    const rows = rowsOf(held.map(({ cells }) => cells ?? []));
    const flushed = held.map((record, at) => rowOf(record, rows[at] ?? { problem: 'It could not be read.' }));
    held = [];
    return flushed;
  };
  for await (const piece of pieces) {
    const ready: FileRecord[] = [];
    for (const record of piece) {
      if (record.cells === null) {
        ready.push(record);
        continue;
      }
      const next = orderOf(record.cells);
      if (held.length > 0 && (next !== order || held.length >= LINES_MAX)) ready.push(...flush());
      order = next;
      held.push(record);
    }
    yield ready;
  }
  yield flush();
}
