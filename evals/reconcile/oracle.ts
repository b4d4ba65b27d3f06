import type { Programme, Row } from './programme.ts';

/** One line's account, kept unit by unit. */
interface Account {
  readonly row: Row;
  readonly orderedMs: number;
  readonly lockMs: number;
  readonly units: number;
  partner: string | null;
  declined: boolean;
  earned: bigint;
  currency: string;
  /** The notes that took a unit, in the order in which they came, one entry a unit. */
  readonly back: { refundId: string; atMs: number }[];
}

export interface OracleLine {
  readonly key: string;
  readonly partner: string;
  readonly currency: string;
  readonly earned: bigint;
  readonly reversed: bigint;
  readonly clawbacks: { readonly refundId: string; readonly amount: bigint }[];
}

const micros = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
};

/**
 * The naive account, written from the rules and from nothing else: takes the notes one by one, unit by unit, and keeps
 * for every line who took what.
 *
 * @param last - a return that names no order belongs to the last purchase with a unit left; else to the first.
 */
export function naiveAccount(
  { conversions, orders, refunds }: Programme,
  asOfMs: number,
  last: boolean,
): OracleLine[] {
  const accounts = openAccounts(orders, asOfMs);
  credit(accounts, conversions, orders, asOfMs);

  const known = refunds
    .filter((refund) => Date.parse(refund.refunded_at ?? '') <= asOfMs)
    .sort(
      (a, b) =>
        Date.parse(a.refunded_at ?? '') - Date.parse(b.refunded_at ?? '') ||
        ((a.refund_id ?? '') < (b.refund_id ?? '') ? -1 : 1),
    );
  const taken = new Map<Account, number>();
  const takeUnits = (refund: Row, from: readonly Account[]): void => {
    for (let unit = 0; unit < Number(refund.quantity); unit += 1) {
      const account = from.find(
        (one) => one.row.currency === refund.currency && (taken.get(one) ?? 0) < one.units,
      );
      if (account === undefined) return;
      taken.set(account, (taken.get(account) ?? 0) + 1);
      account.back.push({ refundId: refund.refund_id ?? '', atMs: Date.parse(refund.refunded_at ?? '') });
    }
  };
  const all = [...accounts.values()];
  const ofOrder = Map.groupBy(all, (account) => account.row.order_id ?? '');
  const ofCustomer = Map.groupBy(all, (account) => account.row.customer_id ?? '');
  for (const refund of known.filter((one) => one.order_id && one.line_id)) {
    const account = accounts.get(`${refund.order_id} ${refund.line_id}`);
    if (account) takeUnits(refund, [account]);
  }
  for (const refund of known.filter((one) => one.order_id && !one.line_id)) {
    const inOrder = ofOrder.get(refund.order_id ?? '') ?? [];
    if (refund.sku)
      takeUnits(
        refund,
        inOrder.filter((one) => one.row.sku === refund.sku),
      );
    else if (inOrder.length === 1) takeUnits(refund, inOrder);
  }
  for (const refund of known.filter((one) => !one.order_id && one.customer_id && one.sku)) {
    const bought = (ofCustomer.get(refund.customer_id ?? '') ?? [])
      .filter((one) => one.row.sku === refund.sku && one.orderedMs <= Date.parse(refund.refunded_at ?? ''))
      .sort(
        (a, b) =>
          a.orderedMs - b.orderedMs ||
          compare(a.row.order_id, b.row.order_id) ||
          Number(a.row.line_id) - Number(b.row.line_id),
      );
    takeUnits(refund, last ? bought.reverse() : bought);
  }
  return all.filter((one) => one.partner !== null).map(close);
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);

function openAccounts(orders: readonly Row[], asOfMs: number): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const row of orders) {
    const orderedMs = Date.parse(row.ordered_at ?? '');
    if (orderedMs > asOfMs) continue;
    const fromMs = row.delivered_at ? Date.parse(row.delivered_at) : orderedMs;
    accounts.set(`${row.order_id} ${row.line_id}`, {
      row,
      orderedMs,
      lockMs: fromMs + 30 * 24 * 3_600_000,
      units: Number(row.quantity),
      partner: null,
      declined: false,
      earned: 0n,
      currency: '',
      back: [],
    });
  }
  return accounts;
}

/** Gives each order's first conversion that stands to its lines. */
function credit(
  accounts: Map<string, Account>,
  conversions: readonly Row[],
  orders: readonly Row[],
  asOfMs: number,
): void {
  const linesOf = Map.groupBy(orders, (row) => row.order_id ?? '');
  const credited = new Set<string>();
  const inTime = conversions
    .filter((row) => Date.parse(row.converted_at ?? '') <= asOfMs && row.status !== 'under a cloud')
    .sort((a, b) => Date.parse(a.converted_at ?? '') - Date.parse(b.converted_at ?? ''));
  for (const declined of [false, true]) {
    for (const conversion of inTime) {
      const lines = linesOf.get(conversion.order_id ?? '');
      if (
        !lines ||
        (conversion.status === 'reversed') !== declined ||
        credited.has(conversion.order_id ?? '')
      )
        continue;
      credited.add(conversion.order_id ?? '');
      const values = lines.map(
        (row) => micros(row.unit_price ?? '0') * BigInt(row.quantity ?? '0') - micros(row.discount ?? '0'),
      );
      const shares = largestRemainder(micros(conversion.commission ?? '0'), values);
      for (const [index, row] of lines.entries()) {
        const account = accounts.get(`${row.order_id} ${row.line_id}`);
        if (account === undefined) continue;
        account.partner = conversion.partner_id ?? '';
        account.declined = declined;
        account.currency = conversion.currency ?? '';
        account.earned = shares[index] ?? 0n;
      }
    }
  }
}

/** Gives the micros that do not divide one by one to the largest remainders, the earlier line first. */
function largestRemainder(total: bigint, values: readonly bigint[]): bigint[] {
  const isWorthless = values.every((value) => value === 0n);
  const weights = isWorthless ? values.map(() => 1n) : values;
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const shares = weights.map((weight) => (total * weight) / whole);
  const remainders = weights.map((weight) => (total * weight) % whole);
  for (let left = total - shares.reduce((sum, share) => sum + share, 0n); left > 0n; left -= 1n) {
    const most = remainders.reduce(
      (best, remainder, index) => (remainder > (remainders[best] ?? 0n) ? index : best),
      0,
    );
    shares[most] = (shares[most] ?? 0n) + 1n;
    remainders[most] = -1n;
  }
  return shares;
}

/** Walks the units that came back in time and says what each note took. */
function close(account: Account): OracleLine {
  const { row, partner, currency, earned, units, lockMs, declined } = account;
  const back = [...account.back].sort((a, b) => a.atMs - b.atMs || compare(a.refundId, b.refundId));
  let reversed = declined ? earned : 0n;
  const late = new Map<string, bigint>();
  for (const [index, { refundId, atMs }] of back.entries()) {
    if (declined) break;
    const unit = (earned * BigInt(index + 1)) / BigInt(units) - (earned * BigInt(index)) / BigInt(units);
    if (atMs < lockMs) reversed += unit;
    else late.set(refundId, (late.get(refundId) ?? 0n) + unit);
  }
  return {
    key: `${row.order_id} ${row.line_id}`,
    partner: partner ?? '',
    currency,
    earned,
    reversed,
    clawbacks: [...late]
      .filter(([, amount]) => amount > 0n)
      .map(([refundId, amount]) => ({ refundId, amount })),
  };
}
