import type { CorrectionItem } from '../networks/correction.ts';

/** One line of an order that was credited, with what came back of it before the lock. */
export interface ReturnedItem {
  readonly sku: string | null;
  readonly quantity: number;
  readonly returnedInWindow: number;
  /** A decision denied the commission on it before the lock: nothing of it is left to pay for. */
  readonly isDenied: boolean;
  readonly unitPriceMicros: bigint;
  readonly discountMicros: bigint;
}

/** An executed decision about a code or a site that denies a conversion's commission. */
export interface CommissionDenial {
  readonly proposalId: string;
  readonly title: string;
  /** From when on it holds. */
  readonly since: Date;
  /** What it took, after returns before it: before the lock, and after it. */
  readonly inWindowMicros: bigint;
  readonly lateMicros: bigint;
}

/** A conversion of which something came back, or that is denied, as the kept reconciliation and the feed say. Amounts in micros. */
export interface ReturnedCommission {
  readonly network: string;
  readonly conversionId: string;
  readonly partnerId: string;
  readonly orderId: string;
  readonly currency: string;
  readonly convertedAt: Date;
  /** As the feed says. */
  readonly status: string;
  readonly saleMicros: bigint;
  readonly commissionMicros: bigint;
  /** What reconciliation took as the commission; another figure than the feed's has to be reckoned again. */
  readonly earnedMicros: bigint;
  /** Came back, or was denied, before the lock. */
  readonly reversedMicros: bigint;
  /** The same after it. */
  readonly clawbackMicros: bigint;
  /** The same if returns naming no order belong to the first purchase. */
  readonly fifoReversedMicros: bigint;
  readonly fifoClawbackMicros: bigint;
  readonly lockAt: Date;
  /** The decision that took part of it, or all; null when there is none. */
  readonly denial: CommissionDenial | null;
  /** Days from the lock to the first and to the last return after it; null when there is none. */
  readonly daysAfterLock: readonly [number, number] | null;
  /** Some of it rests on a return that named no order. */
  readonly isInferred: boolean;
  /** Held, clawed back or corrected by an executed proposal, or wanted by one of another workflow. */
  readonly isTaken: { readonly byClawback: boolean; readonly byCorrection: boolean };
  readonly items: readonly ReturnedItem[];
}

/** Late returns that nobody has clawed back yet. */
export const canClawBack = ({ clawbackMicros, status, isTaken }: ReturnedCommission): boolean =>
  clawbackMicros > 0n && !isTaken.byClawback && !status.startsWith('reversed');

/** Returns before the lock that the network does not know of, and can still be told. */
export const canCorrect = ({
  reversedMicros,
  earnedMicros,
  commissionMicros,
  status,
  isTaken,
}: ReturnedCommission): boolean =>
  reversedMicros > 0n &&
  earnedMicros === commissionMicros &&
  !isTaken.byCorrection &&
  ['pending', 'approved', 'unknown'].includes(status);

export const itemOf = (item: ReturnedItem, quantity: number): CorrectionItem => ({
  sku: item.sku ?? 'unknown',
  quantity,
  unitPrice: item.unitPriceMicros.toString(),
  discount:
    item.quantity === 0 ? '0' : ((item.discountMicros * BigInt(quantity)) / BigInt(item.quantity)).toString(),
});
