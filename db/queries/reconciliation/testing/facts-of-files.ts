import { conversionStatus } from '../../../../src/domain/feeds/conversion-status.ts';
import { parseMicros } from '../../../../src/domain/money/micros.ts';
import type {
  DenyingDecision,
  ProgrammeFacts,
} from '../../../../src/domain/reconciliation/programme-facts.ts';
import type { AwkwardFiles } from './awkward-facts.ts';
import { hostsOf } from './denied-world.ts';

/** The same rows, and what was decided, for the pure account. */
export function factsOfFiles(files: AwkwardFiles, decisions: readonly DenyingDecision[]): ProgrammeFacts {
  const category = new Map(files.products.map(({ sku, category }) => [sku, category ?? null]));
  return {
    decisions,
    conversions: files.conversions.map((row) => ({
      network: row.network ?? '',
      conversionId: row.conversion_id ?? '',
      partnerId: row.partner_id ?? '',
      orderId: row.order_id || null,
      convertedAt: new Date(row.converted_at ?? ''),
      commissionMicros: parseMicros(row.commission ?? ''),
      currency: row.currency ?? '',
      status: conversionStatus(row.network ?? '', row.status ?? ''),
      statusRaw: row.status ?? '',
      code: row.code || null,
      hosts: hostsOf({ partnerId: row.partner_id ?? '', clickId: row.click_id || null }),
    })),
    lines: files.orders.map((row) => ({
      orderId: row.order_id ?? '',
      lineId: row.line_id ?? '',
      customerId: row.customer_id || null,
      orderedAt: new Date(row.ordered_at ?? ''),
      deliveredAt: row.delivered_at ? new Date(row.delivered_at) : null,
      sku: row.sku || null,
      category: category.get(row.sku ?? '') ?? null,
      quantity: BigInt(row.quantity ?? ''),
      unitPriceMicros: parseMicros(row.unit_price ?? ''),
      discountMicros: parseMicros(row.discount || '0'),
      currency: row.currency ?? '',
    })),
    refunds: files.refunds.map((row) => ({
      refundId: row.refund_id ?? '',
      lineId: row.line_id ?? '',
      orderId: row.order_id || null,
      customerId: row.customer_id || null,
      sku: row.sku || null,
      quantity: BigInt(row.quantity ?? ''),
      currency: row.currency ?? '',
      refundedAt: new Date(row.refunded_at ?? ''),
    })),
  };
}
