import { amountCell } from '../feeds/cells/amount-cell.ts';
import { currencyCell } from '../feeds/cells/currency-cell.ts';
import { eventTimeCell, timeCell } from '../feeds/cells/time-cell.ts';
import { type NetworkItem, NetworkTransaction, type SetAside } from './network-transaction.ts';
import { recordId } from './record-id.ts';
import { statusOf } from './status-map.ts';
import {
  customerTypeOf,
  type DraftProblem,
  type ItemDraft,
  type TransactionDraft,
} from './transaction-draft.ts';

const SHOWN_MAX = 60;

/** What cannot be read, as a sentence; caught where the record is set aside. */
class Unreadable extends Error {}

/**
 * A network's record in our shape, or what is wrong with it. Amounts go from decimal text to micros without a float
 * and without rounding.
 *
 * @param raw - the record as it came.
 */
export function transactionOf(
  network: string,
  draft: TransactionDraft | DraftProblem,
  raw: Readonly<Record<string, unknown>>,
  now: Date,
): { readonly transaction: NetworkTransaction } | { readonly setAside: SetAside } {
  if ('problem' in draft) {
    return { setAside: { id: recordId(network, raw), problem: draft.problem, raw } };
  }
  try {
    return { transaction: read(network, draft, raw, now) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { setAside: { id: draft.transactionId || null, problem: error.message, raw } };
  }
}

function read(
  network: string,
  draft: TransactionDraft,
  raw: Readonly<Record<string, unknown>>,
  now: Date,
): NetworkTransaction {
  const locksAt = time('locksAt', draft.locksAt, timeCell);
  const { statusRaw, isPaid, isLocked, isReversed } = draft;
  const { data, error } = NetworkTransaction.safeParse({
    network,
    transactionId: draft.transactionId,
    orderRef: draft.orderRef || null,
    partnerRef: draft.partnerRef,
    subId: draft.subId || null,
    clickedAt: time('clickedAt', draft.clickedAt, eventTimeCell),
    convertedAt: needed('convertedAt', time('convertedAt', draft.convertedAt, eventTimeCell)),
    ttcSeconds: whole('ttcSeconds', draft.ttcSeconds),
    sale: needed('sale', amount('sale', draft.sale)),
    commission: needed('commission', amount('commission', draft.commission)),
    currency: currencyOf(draft.currency),
    status: statusOf(network, { statusRaw, isPaid, locksAt, isLocked, isReversed }, now),
    statusRaw,
    reason: draft.reason.slice(0, 500) || null,
    locksAt,
    paidAt: time('paidAt', draft.paidAt, timeCell),
    modifiedAt: time('modifiedAt', draft.modifiedAt, timeCell),
    customerType: customerTypeOf(draft.customerType),
    code: draft.code || null,
    device: draft.device || null,
    items: draft.items.map(itemOf),
    raw,
  });
  if (error) throw new Unreadable(`${error.issues[0]?.path.join('.')} is empty or too long.`);
  return data;
}

function itemOf(item: ItemDraft): NetworkItem {
  const quantity = whole('quantity', item.quantity ?? '') ?? 1;
  const unitPrice = amount('the price of an item', item.unitPrice ?? '');
  return {
    sku: item.sku || null,
    name: item.name || null,
    category: item.category || null,
    quantity,
    sale:
      amount('the sale of an item', item.sale ?? '') ??
      (unitPrice === null ? null : unitPrice * BigInt(quantity)),
    commission: amount('the commission of an item', item.commission ?? ''),
  };
}

function amount(name: string, text: string): bigint | null {
  const micros = amountCell.read(text);
  if (micros === null) throw new Unreadable(`${name} must be ${amountCell.expects}, not ${shown(text)}.`);
  return micros === '' ? null : BigInt(micros);
}

function time(name: string, text: string, cell: typeof timeCell): Date | null {
  const iso = cell.read(text);
  if (iso === null) throw new Unreadable(`${name} must be ${cell.expects}, not ${shown(text)}.`);
  return iso === '' ? null : new Date(iso);
}

function whole(name: string, text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!/^[+-]?\d{1,10}$/.test(trimmed))
    throw new Unreadable(`${name} must be a whole number, not ${shown(text)}.`);
  return Number(trimmed);
}

function currencyOf(text: string): string {
  const currency = currencyCell.read(text);
  if (!currency) throw new Unreadable(`currency must be ${currencyCell.expects}, not ${shown(text)}.`);
  return currency;
}

function needed<Value>(name: string, value: Value | null): Value {
  if (value === null) throw new Unreadable(`${name} is empty.`);
  return value;
}

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
}
