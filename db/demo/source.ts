import { parseMicros } from '../../src/domain/money/micros.ts';
import { sourceTimeMs } from './calendar.ts';
import { at } from './chance.ts';
import { readTable } from './data-file.ts';

export interface SourceLine {
  readonly lineId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly unitPrice: string;
  /** Quantity × unit price. */
  readonly amountMicros: bigint;
}

export interface SourceOrder {
  readonly orderId: string;
  readonly customerId: string;
  /** The minute of the order, UTC milliseconds. */
  readonly minuteMs: number;
  /** True when it is the customer's first order in the source's twelve months. */
  readonly first: boolean;
  readonly lines: readonly SourceLine[];
  readonly amountMicros: bigint;
}

export interface SourceCancellation {
  readonly refundId: string;
  readonly customerId: string;
  readonly sku: string;
  readonly quantity: number;
  readonly amountMicros: bigint;
  readonly refundedMs: number;
}

export interface SourceProduct {
  readonly sku: string;
  readonly name: string;
  /** The most frequent price as decimal text; empty when it was never sold at one. */
  readonly price: string;
}

/** The real part of the demo: UCI Online Retail, the weeks of autumn 2011. */
export interface RetailSource {
  /** By invoice number, which is by time. */
  readonly orders: readonly SourceOrder[];
  readonly cancellations: readonly SourceCancellation[];
  readonly products: readonly SourceProduct[];
}

/** A customer's first order in the source's twelve months. */
export interface FirstOrder {
  readonly customerId: string;
  readonly minuteMs: number;
}

export function readFirstOrders(): FirstOrder[] {
  return readTable('first-orders').map((row) => ({
    customerId: at(row, 0),
    minuteMs: sourceTimeMs(at(row, 1)),
  }));
}

/** Reads the committed extract. */
export function readRetailSource(): RetailSource {
  const firstMinutes = new Map(readFirstOrders().map((first) => [first.customerId, first.minuteMs]));
  const linesByOrder = readLines();
  const orders = readTable('orders').map((row) => {
    const [orderId, customerId, minuteMs] = [at(row, 0), at(row, 1), sourceTimeMs(at(row, 2))];
    const lines = linesByOrder.get(orderId) ?? [];
    return {
      orderId,
      customerId,
      minuteMs,
      first: minuteMs === firstMinutes.get(customerId),
      lines,
      amountMicros: lines.reduce((sum, line) => sum + line.amountMicros, 0n),
    };
  });
  const products = readTable('products').map((row) => ({
    sku: at(row, 0),
    name: at(row, 1),
    price: at(row, 2),
  }));
  return { orders, cancellations: readTable('cancellations').map(cancellationOf), products };
}

function readLines(): Map<string, SourceLine[]> {
  const byOrder = new Map<string, SourceLine[]>();
  const prices = new Map<string, bigint>();
  for (const row of readTable('order-lines')) {
    const [orderId, sku, quantity, unitPrice] = [at(row, 0), at(row, 1), Number(at(row, 2)), at(row, 3)];
    const price = prices.get(unitPrice) ?? parseMicros(unitPrice);
    prices.set(unitPrice, price);
    const lines = byOrder.get(orderId) ?? [];
    lines.push({
      lineId: String(lines.length + 1),
      sku,
      quantity,
      unitPrice,
      amountMicros: BigInt(quantity) * price,
    });
    byOrder.set(orderId, lines);
  }
  return byOrder;
}

function cancellationOf(row: readonly string[]): SourceCancellation {
  const quantity = Number(at(row, 3));
  return {
    refundId: at(row, 0),
    customerId: at(row, 1),
    sku: at(row, 2),
    quantity,
    amountMicros: BigInt(quantity) * parseMicros(at(row, 4)),
    refundedMs: sourceTimeMs(at(row, 5)),
  };
}
