/**
 * Makes `data/` from the UCI Online Retail file: `node db/demo/extract.ts <online_retail.csv.gz>`.
 *
 * Only real facts go in: order lines, cancellation lines, product names, each customer's first order.
 * What the source's quirks become:
 * - Times are minutes of British wall clock; they are taken as UTC.
 * - Lines without a customer are left out: mostly the shop's other channel booked as daily sums of
 *   hundreds of lines, and stock corrections, so "one order of one customer" cannot be told.
 * - Non-positive quantities outside `C…` invoices are stock corrections: left out. Zero prices with a
 *   customer are free gifts: kept.
 * - The two giant same-day reversals (541431 and 581483, some 75,000 pieces each) lie outside the
 *   weeks; a line above 50,000 pieces is refused all the same.
 * - POST, DOT, M, C2, D and the like are real lines without a product: kept, marked by `sku-kind.ts`.
 *   Fees of the shop itself (AMAZONFEE, BANK CHARGES, CRUK, S) are no sales: left out.
 * - Cancellations name no order; so do ours. Several may share one invoice, so each line is numbered.
 * - "First order" means first in the source's twelve months; earlier history does not exist.
 */
import assert from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { formatMicros, parseMicros } from '../../src/domain/money/micros.ts';
import { EXTRACT_END, EXTRACT_START, writeTable } from './data-file.ts';
import { isShopFee } from './sku-kind.ts';

const SourceLine = z.object({
  InvoiceNo: z.string().regex(/^[AC]?\d+$/),
  StockCode: z.string().transform((sku) => sku.trim()),
  Description: z.string().transform((name) => name.replaceAll(/\s+/g, ' ').trim()),
  Quantity: z.coerce.number().int(),
  InvoiceDate: z.string().transform((text) => `${text.slice(0, 10)}T${text.slice(11, 16)}`),
  UnitPrice: z.string().transform((text) => text.replace(/\.?0+$/, '') || '0'),
  CustomerID: z.string().transform((text) => text.replace(/\.0$/, '')),
  Country: z.string(),
});
type SourceLine = z.infer<typeof SourceLine>;

const path = process.argv[2];
assert(path, 'usage: node db/demo/extract.ts <online_retail.csv.gz>');
const source = readFileSync(path);
const all = z.array(SourceLine).parse(parse(gunzipSync(source), { columns: true, skip_empty_lines: true }));
const named = all.filter((line) => line.CustomerID !== '' && !isShopFee(line.StockCode));
const sales = named.filter((line) => line.InvoiceNo.startsWith('5') && line.Quantity > 0);
const inWeeks = (line: SourceLine) => line.InvoiceDate >= EXTRACT_START && line.InvoiceDate < EXTRACT_END;
const soldLines = sales.filter(inWeeks).sort(byInvoice);
const cancelled = named.filter((line) => line.InvoiceNo.startsWith('C') && inWeeks(line));
assert([...soldLines, ...cancelled].every((line) => Math.abs(line.Quantity) < 50_000));

writeTable('orders', ['order_id', 'customer_id', 'ordered_at', 'country'], orderHeads());
writeTable(
  'order-lines',
  ['order_id', 'sku', 'quantity', 'unit_price'],
  soldLines.map((line) => [line.InvoiceNo, line.StockCode, String(line.Quantity), line.UnitPrice]),
);
writeTable(
  'cancellations',
  ['refund_id', 'customer_id', 'sku', 'quantity', 'unit_price', 'refunded_at'],
  cancellationRows(),
);
writeTable('products', ['sku', 'name', 'price'], productRows());
writeTable('first-orders', ['customer_id', 'ordered_at'], firstOrders());
writeFileSync(new URL('data/manifest.json', import.meta.url), `${JSON.stringify(manifest(), null, 2)}\n`);

function byInvoice(a: SourceLine, b: SourceLine): number {
  return Number(a.InvoiceNo) - Number(b.InvoiceNo);
}

function orderHeads(): string[][] {
  const heads = new Map<string, string[]>();
  for (const line of soldLines) {
    if (heads.has(line.InvoiceNo)) continue;
    heads.set(line.InvoiceNo, [line.InvoiceNo, line.CustomerID, line.InvoiceDate, line.Country]);
  }
  return [...heads.values()];
}

function cancellationRows(): string[][] {
  const linesSeen = new Map<string, number>();
  return cancelled.map((line) => {
    const number = (linesSeen.get(line.InvoiceNo) ?? 0) + 1;
    linesSeen.set(line.InvoiceNo, number);
    const id = `${line.InvoiceNo}-${number}`;
    return [id, line.CustomerID, line.StockCode, String(-line.Quantity), line.UnitPrice, line.InvoiceDate];
  });
}

/** The name and the price seen most often on the product's own sold lines. */
function productRows(): string[][] {
  const wanted = new Set([...soldLines, ...cancelled].map((line) => line.StockCode));
  const lines = Map.groupBy([...soldLines, ...named], (line) => line.StockCode);
  return [...wanted].sort().map((sku) => {
    const own = lines.get(sku) ?? [];
    return [
      sku,
      mostFrequent(own.map((line) => line.Description)),
      mostFrequent(own.map((line) => line.UnitPrice)),
    ];
  });
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values)
    if (value !== '' && value !== '0') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

function firstOrders(): string[][] {
  const first = new Map<string, string>();
  for (const line of sales) {
    const known = first.get(line.CustomerID);
    if (known === undefined || line.InvoiceDate < known) first.set(line.CustomerID, line.InvoiceDate);
  }
  return [...first].sort(([a], [b]) => Number(a) - Number(b));
}

function manifest() {
  const total = soldLines.reduce(
    (sum, line) => sum + BigInt(line.Quantity) * parseMicros(line.UnitPrice),
    0n,
  );
  return {
    title: 'Online Retail',
    authors: 'Daqing Chen, Sai Liang Sain, Kun Guo',
    source: 'UCI Machine Learning Repository, https://doi.org/10.24432/C5BW33',
    paper: 'https://doi.org/10.1057/dbm.2012.17',
    licence: 'CC BY 4.0, https://creativecommons.org/licenses/by/4.0/',
    changes: 'Weeks, columns and lines selected as db/demo/extract.ts says; nothing altered.',
    sourceSha256: createHash('sha256').update(source).digest('hex'),
    from: EXTRACT_START,
    untilBefore: EXTRACT_END,
    orders: new Set(soldLines.map((line) => line.InvoiceNo)).size,
    orderLines: soldLines.length,
    grossAmount: formatMicros(total),
    cancellationLines: cancelled.length,
    products: productRows().length,
    customers: firstOrders().length,
  };
}
