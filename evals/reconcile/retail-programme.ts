import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { formatMicros, parseMicros } from '../../src/domain/money/micros.ts';
import type { Programme, Row } from './programme.ts';

const SourceLine = z.object({
  InvoiceNo: z.string(),
  StockCode: z.string().transform((sku) => sku.trim()),
  Quantity: z.coerce.number().int(),
  InvoiceDate: z.string().transform((text) => `${text.slice(0, 10)}T${text.slice(11, 16)}:00Z`),
  UnitPrice: z.string().transform((text) => text.replace(/\.?0+$/, '') || '0'),
  CustomerID: z.string().transform((text) => text.replace(/\.0$/, '')),
});

/** Simulated: every order is commissioned at this rate, since the source knows no affiliates. */
const RATE_BPS = 800n;

/**
 * The real orders and cancellations of the UCI Online Retail file, each order with a simulated conversion.
 *
 * Invoices with a letter C are returns; none names its order. Corrections of stock and of debts are left out. Nothing
 * is known of deliveries, so that a lock counts from the order.
 *
 * @param piecesMax - lines of more pieces are left out; the year has two giant orders that were reversed within minutes.
 */
export function retailProgramme(path: string, piecesMax: number): Programme {
  const source = z
    .array(SourceLine)
    .parse(parse(gunzipSync(readFileSync(path)), { columns: true, skip_empty_lines: true }));
  const orders: Row[] = [];
  const refunds: Row[] = [];
  const values = new Map<string, { micros: bigint; at: string }>();
  for (const [index, line] of source.entries()) {
    if (Math.abs(line.Quantity) > piecesMax) continue;
    const price = parseMicros(line.UnitPrice.startsWith('-') ? '0' : line.UnitPrice);
    if (line.InvoiceNo.startsWith('C')) {
      refunds.push({
        refund_id: line.InvoiceNo,
        // Many lines share a note; without an order it is only a number.
        line_id: String(index),
        order_id: '',
        customer_id: line.CustomerID,
        sku: line.StockCode,
        quantity: String(Math.abs(line.Quantity)),
        amount: formatMicros(price * BigInt(Math.abs(line.Quantity))),
        currency: 'GBP',
        refunded_at: line.InvoiceDate,
      });
    } else if (/^\d/.test(line.InvoiceNo) && line.Quantity > 0) {
      const value = values.get(line.InvoiceNo) ?? { micros: 0n, at: line.InvoiceDate };
      values.set(line.InvoiceNo, { ...value, micros: value.micros + price * BigInt(line.Quantity) });
      orders.push({
        order_id: line.InvoiceNo,
        line_id: String(index),
        customer_id: line.CustomerID,
        ordered_at: line.InvoiceDate,
        sku: line.StockCode,
        quantity: String(line.Quantity),
        unit_price: formatMicros(price),
        currency: 'GBP',
      });
    }
  }
  const conversions = [...values].map(([orderId, { micros, at }]) => ({
    conversion_id: `simulated-${orderId}`,
    network: 'direct',
    partner_id: 'simulated',
    order_id: orderId,
    converted_at: at,
    amount: formatMicros(micros),
    commission: formatMicros((micros * RATE_BPS) / 10_000n),
    currency: 'GBP',
    status: 'pending',
  }));
  return { conversions, orders, refunds };
}
