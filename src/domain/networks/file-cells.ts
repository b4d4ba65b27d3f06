import { conversionStatus } from '../feeds/conversion-status.ts';
import type { NetworkFile } from './network-file.ts';
import { customerTypeOf } from './transaction-draft.ts';

/** The columns of a generic conversion that a network's file fills; the network's own record follows them. */
export const COLUMNS = [
  'conversion_id',
  'network',
  'partner_id',
  'sub_id',
  'order_id',
  'clicked_at',
  'converted_at',
  'amount',
  'commission',
  'currency',
  'status',
  'status_raw',
  'code',
  'customer_type',
  'device',
  'lapse_seconds',
] as const;

export const AMOUNT_AT: number = COLUMNS.indexOf('amount');
export const COMMISSION_AT: number = COLUMNS.indexOf('commission');
export const STATUS_AT: number = COLUMNS.indexOf('status');

export function fileColumns({ network }: Pick<NetworkFile, 'network'>): readonly string[] {
  return [...COLUMNS, network];
}

export type FileRow = { readonly cells: string[] } | { readonly problem: string };

/**
 * One record as the cells of `fileColumns`, or the sentence that says why it is none.
 *
 * @param record - parsed JSON in which numbers were kept as their own text, so that no amount went through a float.
 */
export function fileCells({ network, draftOf }: NetworkFile, record: unknown): FileRow {
  const draft = draftOf(record);
  if ('problem' in draft) return draft;
  const { statusRaw } = draft;
  const word = conversionStatus(network, statusRaw);
  const isFinal = word === 'reversed-provisional' && draft.isLocked === true;
  const row: Record<(typeof COLUMNS)[number], string> = {
    conversion_id: draft.transactionId,
    network,
    partner_id: draft.partnerRef,
    sub_id: draft.subId,
    order_id: draft.orderRef,
    clicked_at: draft.clickedAt,
    converted_at: draft.convertedAt,
    amount: draft.sale,
    commission: draft.commission,
    currency: draft.currency,
    status: word === 'approved' && draft.isPaid ? 'paid' : isFinal ? 'reversed' : statusRaw,
    status_raw: statusRaw,
    code: draft.code,
    customer_type: customerTypeOf(draft.customerType) ?? '',
    device: draft.device,
    lapse_seconds: draft.ttcSeconds,
  };
  return {
    cells: [...COLUMNS.map((column) => row[column].toWellFormed()), JSON.stringify(record).toWellFormed()],
  };
}
