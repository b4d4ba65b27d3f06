import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatMicros } from '../../src/domain/money/micros.ts';
import manifest from './data/manifest.json' with { type: 'json' };
import { readFirstOrders, readRetailSource } from './source.ts';

const MEGABYTE = 1_000_000;
const folder = new URL('data/', import.meta.url);
const source = readRetailSource();

describe('the committed extract', () => {
  it('ships in at most 6 MB', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(new URL(file, folder)).size, 0);
    expect(bytes).toBeLessThanOrEqual(6 * MEGABYTE);
  });

  it('names its authors and its licence', () => {
    const text = readFileSync(new URL('manifest.json', folder), 'utf8');
    for (const words of ['Daqing Chen', 'CC BY 4.0', '10.24432/C5BW33']) expect(text).toContain(words);
  });

  it('holds what the extraction counted in the source, to the last tenth of a penny', () => {
    const lines = source.orders.flatMap((order) => order.lines);
    expect(source.orders).toHaveLength(manifest.orders);
    expect(lines).toHaveLength(manifest.orderLines);
    expect(formatMicros(lines.reduce((sum, line) => sum + line.amountMicros, 0n))).toBe(manifest.grossAmount);
    expect(source.cancellations).toHaveLength(manifest.cancellationLines);
    expect(source.products).toHaveLength(manifest.products);
    expect(readFirstOrders()).toHaveLength(manifest.customers);
  });

  it('has a product for every SKU sold or sent back, and a first order for every buyer', () => {
    const skus = new Set(source.products.map(({ sku }) => sku));
    const customers = new Set(readFirstOrders().map(({ customerId }) => customerId));
    expect(source.orders.every(({ lines }) => lines.every(({ sku }) => skus.has(sku)))).toBe(true);
    expect(source.cancellations.every(({ sku }) => skus.has(sku))).toBe(true);
    expect(source.orders.every(({ customerId }) => customers.has(customerId))).toBe(true);
  });

  it('calls exactly one moment of each customer the first', () => {
    const first = source.orders.filter((order) => order.first);
    const moments = new Set(first.map(({ customerId, minuteMs }) => `${customerId} ${minuteMs}`));
    expect(new Set(first.map(({ customerId }) => customerId)).size).toBe(moments.size);
  });
});
