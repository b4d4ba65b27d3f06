import { customerKey, isReadableCustomer } from './customer-key.ts';
import type { ExceptionKind } from './reconcile-exception.ts';
import { type SaleCheckPolicy, TOLERANCE_MICROS } from './sale-check-policy.ts';

const DAY_MS = 86_400_000;

/** One line of a sold order. */
export interface SaleLine {
  /** Quantity × unit price − discount; below zero for a discount that is a line of its own. */
  readonly valueMicros: bigint;
  readonly quantity: bigint;
  /** Units that came back before the lock, and after it. */
  readonly returnedInWindow: bigint;
  readonly returnedLate: bigint;
  /** The rate agreed with the partner at the sale for the line's group, else for all products; `null` without any. */
  readonly rateBps: bigint | null;
}

/** A counted conversion and the order that it is of, as network and shop tell them. */
export interface Sale {
  readonly partnerId: string;
  readonly isDeclined: boolean;
  readonly amountMicros: bigint;
  readonly commissionMicros: bigint;
  readonly isSameCurrency: boolean;
  readonly convertedAt: Date;
  readonly clickedAt: Date | null;
  readonly customerType: 'new' | 'returning' | null;
  /** Whose code it was made with; `null` without a code, or without an owner. */
  readonly codeOwner: string | null;
  readonly orderedAt: Date;
  /** When the customer ordered first, and when anybody did; `null` when not known. */
  readonly customerSince: Date | null;
  readonly historySince: Date | null;
  readonly customerId: string | null;
  /** What of the partner a customer's key may be: every address of theirs, and its hashes (`partnerAsCustomer`). */
  readonly partnerAsCustomer: readonly string[];
  readonly lines: readonly SaleLine[];
}

/** `null`: it agrees. `not_evaluated`: nothing there that could tell, which is no agreement. */
export type Verdict =
  | {
      readonly expectedMicros: bigint | null;
      readonly foundMicros: bigint | null;
      readonly detail: string | null;
    }
  | 'not_evaluated'
  | null;
type Check = (sale: Sale, policy: SaleCheckPolicy) => Verdict;

/** What a network's sale is held against, each for itself. */
export const SALE_CHECKS = {
  sale_amount_differs: checkAmount,
  commission_differs: checkCommission,
  customer_type_differs: checkCustomerType,
  code_owner_differs: ({ codeOwner, partnerId }) =>
    codeOwner === null ? 'not_evaluated' : codeOwner === partnerId ? null : odd(codeOwner),
  conversion_late: ({ convertedAt, orderedAt }, { saleReportDays }) =>
    daysAfter(orderedAt, saleReportDays) < convertedAt ? odd(convertedAt.toISOString()) : null,
  click_outside_window: ({ clickedAt, orderedAt }, { saleClickWindowDays }) => {
    if (clickedAt === null) return 'not_evaluated';
    return clickedAt > orderedAt || daysAfter(clickedAt, saleClickWindowDays) < orderedAt
      ? odd(clickedAt.toISOString())
      : null;
  },
  self_referral: ({ customerId, partnerAsCustomer }) => {
    const key = customerId === null ? '' : customerKey(customerId);
    if (!isReadableCustomer(key) || partnerAsCustomer.length === 0) return 'not_evaluated';
    return partnerAsCustomer.includes(key) ? odd(null) : null;
  },
} satisfies Partial<Record<ExceptionKind, Check>>;

/** The sale may be the order's net value, or what was kept of it: in the window, or by now. */
function checkAmount(
  { isDeclined, isSameCurrency, amountMicros, lines }: Sale,
  policy: SaleCheckPolicy,
): Verdict {
  if (isDeclined || !isSameCurrency) return 'not_evaluated';
  return held(
    amountMicros,
    worths(lines, () => 10_000n),
    policy,
  );
}

/** Not where the sale itself is another: that has one cause and is told once. */
function checkCommission(sale: Sale, policy: SaleCheckPolicy): Verdict {
  const { lines, commissionMicros } = sale;
  if (lines.some(({ rateBps }) => rateBps === null) || checkAmount(sale, policy) !== null)
    return 'not_evaluated';
  return held(
    commissionMicros,
    worths(lines, ({ rateBps }) => rateBps ?? 0n),
    policy,
  );
}

function checkCustomerType(sale: Sale, { saleHistoryDays }: SaleCheckPolicy): Verdict {
  const { customerType, customerSince, historySince, orderedAt } = sale;
  if (customerType === null || customerSince === null || historySince === null) return 'not_evaluated';
  if (daysAfter(historySince, saleHistoryDays) > orderedAt) return 'not_evaluated';
  const known = customerSince < orderedAt ? 'returning' : 'new';
  return known === customerType ? null : odd(known);
}

/** Lines' worth at a rate, rounded half up, never below zero: of all, of what was kept in the window, and by now. */
function worths(lines: readonly SaleLine[], rateBps: (line: SaleLine) => bigint): bigint[] {
  return [
    () => 0n,
    ({ returnedInWindow }: SaleLine) => returnedInWindow,
    ({ returnedInWindow, returnedLate }: SaleLine) => returnedInWindow + returnedLate,
  ].map((returned) => {
    const sum = lines.reduce((total, line) => {
      const gone = line.quantity > 0n ? (line.valueMicros * returned(line)) / line.quantity : 0n;
      return total + (line.valueMicros - gone) * rateBps(line);
    }, 0n);
    return sum > 0n ? (2n * sum + 10_000n) / 20_000n : 0n;
  });
}

function held(
  foundMicros: bigint,
  expected: readonly bigint[],
  { saleToleranceBps }: SaleCheckPolicy,
): Verdict {
  const agrees = expected.some((one) => {
    const share = (one * BigInt(saleToleranceBps)) / 10_000n;
    const off = foundMicros > one ? foundMicros - one : one - foundMicros;
    return off <= (share > TOLERANCE_MICROS ? share : TOLERANCE_MICROS);
  });
  return agrees ? null : { expectedMicros: expected[0] ?? 0n, foundMicros, detail: null };
}

const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);
const odd = (detail: string | null): Verdict => ({ expectedMicros: null, foundMicros: null, detail });
