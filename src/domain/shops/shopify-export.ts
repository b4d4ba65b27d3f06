import { createHash } from 'node:crypto';
import { Refusal } from '../errors.ts';
import { formatMicros, parseMicros } from '../money/micros.ts';
import type { FileRow } from '../networks/file-cells.ts';

/** Generic columns that Shopify's export of orders fills; what follows `code` is kept as extra data. */
export const SHOPIFY_EXPORT_COLUMNS = [
  'order_id',
  'customer_id',
  'ordered_at',
  'line_id',
  'sku',
  'quantity',
  'unit_price',
  'discount',
  'currency',
  'code',
  'lineitem_name',
  'financial_status',
  'refunded_amount',
  'shopify_id',
] as const;

const NEEDED = ['Name', 'Created at', 'Currency', 'Lineitem quantity', 'Lineitem price'];

export interface ShopifyExport {
  /** Which order a line is of; `''` when it names none. */
  orderOf(cells: readonly string[]): string;
  /** All lines of one order, in their order, as rows of the columns above. */
  rowsOf(lines: readonly (readonly string[])[]): FileRow[];
}

/**
 * How the CSV is read that Shopify's admin exports of orders: a line an article, with what concerns the whole order on
 * its first line only.
 *
 * The export names no id of a line, so lines are numbered: an order that is also read through the API, which does name
 * them, would be there twice. What was taken off the order as a whole is spread over its lines by their value. The buyer
 * is kept as a fingerprint of the address.
 *
 * @throws {Refusal} `column_missing`.
 * @see https://help.shopify.com/en/manual/fulfillment/managing-orders/exporting-orders
 */
export function shopifyExport(header: readonly string[]): ShopifyExport {
  const places = new Map(header.map((name, at) => [name.trim().toLowerCase(), at]));
  const missing = NEEDED.filter((name) => !places.has(name.toLowerCase()));
  if (missing.length > 0) {
    throw new Refusal(
      'column_missing',
      `Shopify's export of orders has the column ${missing.join(', ')}; this file has ${header.join(', ')}.`.slice(
        0,
        500,
      ),
      { column: missing.join(',') },
    );
  }
  const cell = (cells: readonly string[] | undefined, name: string): string =>
    cells?.[places.get(name.toLowerCase()) ?? -1]?.trim() ?? '';

  return {
    orderOf: (cells) => cell(cells, 'Name'),
    rowsOf(lines) {
      const [first] = lines;
      try {
        const discounts = discountsOf(lines, cell);
        return lines.map((line, at) => {
          const row: Record<(typeof SHOPIFY_EXPORT_COLUMNS)[number], string> = {
            order_id: cell(first, 'Name').replace(/^#/, ''),
            customer_id: customerOf(cell(first, 'Email')),
            ordered_at: cell(first, 'Created at') || cell(line, 'Created at'),
            line_id: String(at + 1),
            sku: cell(line, 'Lineitem sku'),
            quantity: cell(line, 'Lineitem quantity'),
            unit_price: cell(line, 'Lineitem price'),
            discount: formatMicros(discounts[at] ?? 0n, 6),
            currency: cell(first, 'Currency'),
            code: cell(first, 'Discount Code'),
            lineitem_name: cell(line, 'Lineitem name'),
            financial_status: cell(first, 'Financial Status'),
            refunded_amount: cell(first, 'Refunded Amount'),
            shopify_id: cell(first, 'Id'),
          };
          return { cells: SHOPIFY_EXPORT_COLUMNS.map((name) => row[name]) };
        });
      } catch (error) {
        // An amount that is none: the order's lines go to the rejects, all others are loaded.
        if (!(error instanceof Refusal && error.code === 'money_unreadable')) throw error;
        return lines.map(() => ({ problem: error.sentence }));
      }
    },
  };
}

/** What was taken off each line: its own discount, and its share of what was taken off the order beyond those. */
function discountsOf(
  lines: readonly (readonly string[])[],
  cell: (cells: readonly string[] | undefined, name: string) => string,
): bigint[] {
  const micros = (line: readonly string[] | undefined, name: string): bigint =>
    parseMicros(cell(line, name) || '0');
  const values = lines.map((line) => {
    const quantity = cell(line, 'Lineitem quantity');
    return micros(line, 'Lineitem price') * BigInt(/^\d{1,9}$/.test(quantity) ? quantity : '0');
  });
  const own = lines.map((line) => micros(line, 'Lineitem discount'));
  const total = sum(values);
  const [first] = lines;
  // The subtotal is what is left of the articles; the amount of the discount may hold postage.
  const taken =
    cell(first, 'Subtotal') === '' ? micros(first, 'Discount Amount') : total - micros(first, 'Subtotal');
  const rest = taken - sum(own);
  if (rest <= 0n || total === 0n) return own;
  let given = 0n;
  return own.map((discount, at) => {
    const isLast = at === own.length - 1;
    const share = isLast ? rest - given : (rest * (values[at] ?? 0n)) / total;
    given += share;
    return discount + share;
  });
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

function customerOf(email: string): string {
  const small = email.toLowerCase();
  return small === '' ? '' : `guest-${createHash('sha256').update(small).digest('hex').slice(0, 32)}`;
}
