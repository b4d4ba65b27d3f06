import { z } from 'zod';
import { ConversionStatus } from '../feeds/conversion-status.ts';
import { Currency } from '../money/micros.ts';

const Id = z.string().min(1).max(200);
const Words = z.string().max(500);

/** One line of a transaction, where the network tells its lines. Amounts in the transaction's currency. */
export const NetworkItem = z.strictObject({
  sku: Words.nullable(),
  name: Words.nullable(),
  category: Words.nullable(),
  quantity: z.int(),
  /** Of the whole line. */
  sale: z.bigint().nullable(),
  commission: z.bigint().nullable(),
});
export type NetworkItem = z.infer<typeof NetworkItem>;

/**
 * What a network says about one commissioned sale, in one shape for all of them. Amounts are micros, negative in a
 * correction; times are UTC; null is "the network does not say".
 */
export const NetworkTransaction = z.strictObject({
  network: Id,
  transactionId: Id,
  /** The shop's order number. */
  orderRef: Words.nullable(),
  /** The publisher's id at the network. */
  partnerRef: Id,
  subId: Words.nullable(),
  clickedAt: z.date().nullable(),
  convertedAt: z.date(),
  /** From click to sale, seconds, as the network itself states it. */
  ttcSeconds: z.int().nullable(),
  sale: z.bigint(),
  commission: z.bigint(),
  currency: Currency,
  status: ConversionStatus,
  /** The network's own word. */
  statusRaw: z.string().max(100),
  /** Why it was declined, amended or reversed, in the network's words. */
  reason: Words.nullable(),
  /** From when on the network takes no correction any more. */
  locksAt: z.date().nullable(),
  paidAt: z.date().nullable(),
  modifiedAt: z.date().nullable(),
  customerType: z.enum(['new', 'returning']).nullable(),
  code: z.string().max(200).nullable(),
  device: z.string().max(200).nullable(),
  items: z.array(NetworkItem).max(10_000),
  /** The network's record as it came, numbers as text. */
  raw: z.record(z.string(), z.unknown()),
});
export type NetworkTransaction = z.infer<typeof NetworkTransaction>;

/** A record that cannot be read as a transaction: named and set aside, the rest goes on. */
export interface SetAside {
  /** The network's id where there is one. */
  readonly id: string | null;
  /** A sentence. */
  readonly problem: string;
  readonly raw: unknown;
}
