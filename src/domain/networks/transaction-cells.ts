import { formatMicros } from '../money/micros.ts';
import { COLUMNS } from './file-cells.ts';
import type { NetworkTransaction } from './network-transaction.ts';

/**
 * A transaction as the cells of `fileColumns`, so that what a network answers and what its file says become the same
 * row. The status is ours already; the network's own record follows as JSON.
 */
export function transactionCells(transaction: NetworkTransaction): string[] {
  const time = (at: Date | null): string => at?.toISOString() ?? '';
  const row: Record<(typeof COLUMNS)[number], string> = {
    conversion_id: transaction.transactionId,
    network: transaction.network,
    partner_id: transaction.partnerRef,
    sub_id: transaction.subId ?? '',
    order_id: transaction.orderRef ?? '',
    clicked_at: time(transaction.clickedAt),
    converted_at: time(transaction.convertedAt),
    amount: formatMicros(transaction.sale),
    commission: formatMicros(transaction.commission),
    currency: transaction.currency,
    status: transaction.status,
    status_raw: transaction.statusRaw,
    code: transaction.code ?? '',
    customer_type: transaction.customerType ?? '',
    device: transaction.device ?? '',
    lapse_seconds: transaction.ttcSeconds === null ? '' : String(transaction.ttcSeconds),
  };
  return [
    ...COLUMNS.map((column) => row[column].toWellFormed()),
    JSON.stringify(transaction.raw).toWellFormed(),
  ];
}
