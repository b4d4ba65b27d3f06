import { amountCell, positiveAmountCell } from '../../../src/domain/feeds/cells/amount-cell.ts';
import { FEED_COLUMNS, type FeedColumn } from '../../../src/domain/feeds/columns.ts';
import type { ImportKind } from '../../../src/domain/feeds/kinds.ts';

/** Where the rows of one kind live. */
export interface FeedTable {
  readonly table: string;
  /** The primary key: a row with the same one is the same row. */
  readonly key: readonly string[];
  /** What names a row in its file; the key, or the part of it that a network would repeat by mistake. */
  readonly identity: readonly string[];
  /** The time whose month decides the partition, or `null`. */
  readonly monthOf: 'clicked_at' | 'converted_at' | null;
}

/** Fields of the generic files keep their names in the database; amounts are followed by `_micros`. */
export const FEED_TABLES: Readonly<Record<ImportKind, FeedTable>> = {
  partners: keyed('partner', ['partner_id']),
  products: keyed('product', ['sku']),
  inventory: keyed('inventory', ['sku', 'location', 'as_of']),
  codes: keyed('code', ['code']),
  clicks: {
    table: 'click',
    key: ['partner_id', 'click_id', 'clicked_at'],
    identity: ['partner_id', 'click_id'],
    monthOf: 'clicked_at',
  },
  site_events: keyed('site_event', ['visitor_id', 'occurred_at', 'event', 'sku']),
  conversions: {
    table: 'conversion',
    key: ['partner_id', 'network', 'conversion_id', 'converted_at'],
    identity: ['network', 'conversion_id'],
    monthOf: 'converted_at',
  },
  orders: keyed('order_line', ['order_id', 'line_id']),
  refunds: keyed('refund', ['refund_id', 'line_id']),
  rates: keyed('rate', ['partner_id', 'sku_group', 'starts_at']),
  fx_rates: keyed('fx_rate', ['from_currency', 'to_currency', 'day']),
};

function keyed(table: string, key: readonly string[]): FeedTable {
  return { table, key, identity: key, monthOf: null };
}

/** The database's column for a column of the file; `extra` is its own. */
export function tableColumn(kind: ImportKind, column: string): string {
  const columns: Record<string, FeedColumn> = FEED_COLUMNS[kind];
  const cell = columns[column]?.cell;
  return cell === amountCell || cell === positiveAmountCell ? `${column}_micros` : column;
}
