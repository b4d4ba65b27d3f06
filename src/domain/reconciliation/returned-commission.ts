import type { CorrectionItem, CorrectionState } from '../networks/correction.ts';
import { leftToTake } from './left-to-take.ts';

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

/** The corrections of one conversion that its network took. */
export interface ToldCorrections {
  /** Before the first. */
  readonly before: CorrectionState;
  /** After the last. */
  readonly after: CorrectionState;
  /** What they said came back, of each SKU. */
  readonly returned: readonly Pick<CorrectionItem, 'sku' | 'quantity'>[];
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
  /** Held or clawed back as a whole by an executed proposal, or wanted by one of another workflow. */
  readonly isTaken: boolean;
  /** A correction was executed that the network has not taken yet: until then nobody knows from where to go on. */
  readonly isWaiting: boolean;
  /** What executed corrections and clawbacks of reconciliation took so far. */
  readonly correctedMicros: bigint;
  readonly clawedBackMicros: bigint;
  /** What the network took in corrections; null before the first. */
  readonly told: ToldCorrections | null;
  readonly items: readonly ReturnedItem[];
}

const inWindow = ({ reversedMicros, correctedMicros }: ReturnedCommission) => ({
  foundMicros: reversedMicros,
  takenMicros: correctedMicros,
});
const late = ({ clawbackMicros, clawedBackMicros }: ReturnedCommission) => ({
  foundMicros: clawbackMicros,
  takenMicros: clawedBackMicros,
});

/** What of the returns before the lock no correction has taken yet; micros. */
export const toCorrect = (row: ReturnedCommission): bigint => leftToTake(inWindow(row), late(row));

/** What of the returns after the lock no clawback has taken yet; micros. */
export const toClawBack = (row: ReturnedCommission): bigint => leftToTake(late(row), inWindow(row));

/** The commission that returns are taken from: the feed's, or what it was before our first correction. */
export const wholeCommission = ({ told, commissionMicros }: ReturnedCommission): bigint =>
  told === null ? commissionMicros : BigInt(told.before.commission);

/** Late returns that nobody has clawed back yet. */
export const canClawBack = (row: ReturnedCommission): boolean =>
  toClawBack(row) > 0n && !row.isTaken && !row.status.startsWith('reversed');

/** Returns before the lock that the network does not know of, and can still be told. */
export const canCorrect = (row: ReturnedCommission): boolean =>
  toCorrect(row) > 0n &&
  row.earnedMicros === wholeCommission(row) &&
  !row.isTaken &&
  !row.isWaiting &&
  ['pending', 'approved', 'unknown'].includes(row.status);

export const itemOf = (item: ReturnedItem, quantity: number): CorrectionItem => ({
  sku: item.sku ?? 'unknown',
  quantity,
  unitPrice: item.unitPriceMicros.toString(),
  discount:
    item.quantity === 0 ? '0' : ((item.discountMicros * BigInt(quantity)) / BigInt(item.quantity)).toString(),
});
