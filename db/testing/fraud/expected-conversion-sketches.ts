import type { ConversionSketch } from '../../../src/domain/fraud/sketch.ts';
import { TTC_BIN_COUNT, ttcBin } from '../../../src/domain/fraud/ttc-bins.ts';
import type { ConversionRow, ProgrammeRows } from './programme-rows.ts';

const HALF_HOUR_MS = 30 * 60_000;

/** The sketches of `sketch.ts` worked out one row at a time, slowly and plainly, for tests to compare with. */
export function expectedConversionSketches(rows: ProgrammeRows): ConversionSketch[] {
  const facts = [...rows.conversions.values()].map((row) => factsOf(row, rows));
  const cells = Map.groupBy(facts, (fact) => JSON.stringify(fact.key));
  return [...cells.values()].map((cell) => {
    const { key } = cell[0] ?? never();
    const count = (test: (fact: Facts) => boolean | null) =>
      cell.filter((fact) => test(fact) === true).length;
    const money = (test: (fact: Facts) => boolean | null) =>
      cell.filter((fact) => test(fact) === true).reduce((sum, fact) => sum + fact.payable, 0n);
    const delays = cell.map(({ ttc }) => ttc).filter((ttc) => ttc !== null && ttc > 0) as number[];
    return {
      ...key,
      conversions: cell.length,
      timed: count(({ ttc }) => ttc !== null),
      notAfterClick: count(({ ttc }) => ttc !== null && ttc <= 0),
      underOneSecond: count(({ ttc }) => within(ttc, 1)),
      underTenSeconds: count(({ ttc }) => within(ttc, 10)),
      fast: count(({ isFast }) => isFast),
      clicksOnTens: count((fact) => fact.clickSecond !== null && fact.clickSecond % 10 === 0),
      clicksOnFifteens: count((fact) => fact.clickSecond !== null && fact.clickSecond % 15 === 0),
      ordersOnTens: count((fact) => fact.orderSecond !== null && fact.orderSecond % 10 === 0),
      ordersOnFifteens: count((fact) => fact.orderSecond !== null && fact.orderSecond % 15 === 0),
      ttcHistogram: Array.from(
        { length: TTC_BIN_COUNT },
        (_, bin) => delays.filter((ttc) => ttcBin(ttc) === bin).length,
      ),
      ttcPairs: pairs(delays, () => true),
      ttcEqualPairs: pairs(delays, (left, right) => Math.floor(left) === Math.floor(right)),
      cartKnown: count(({ inCart }) => inCart !== null),
      inCart: count(({ inCart }) => inCart),
      cartTimed: count(({ inCart, ttc }) => inCart !== null && ttc !== null && ttc > 0),
      inCartTimed: count(({ inCart, ttc }) => inCart && ttc !== null && ttc > 0),
      fastCartKnown: count(({ inCart, isFast }) => inCart !== null && isFast),
      fastInCart: count(({ inCart, isFast }) => inCart && isFast),
      coded: count(({ row }) => row.code !== null),
      ownCode: count(({ row, owner }) => owner === row.partnerId),
      othersCode: count(({ isOthersCode }) => isOthersCode),
      buyerKnown: count(({ buyer }) => buyer !== null),
      buyerRepeats: repeats(cell.map(({ buyer }) => buyer)),
      addressKnown: count(({ ipHash }) => ipHash !== null),
      addressRepeats: repeats(cell.map(({ ipHash }) => ipHash)),
      commissionMicros: money(() => true),
      fastCommissionMicros: money(({ isFast }) => isFast),
      inCartCommissionMicros: money(({ inCart }) => inCart),
      fastOrInCartCommissionMicros: money(({ inCart, isFast }) => inCart === true || isFast),
      othersCodeCommissionMicros: money(({ isOthersCode }) => isOthersCode),
    };
  });
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(row: ConversionRow, rows: ProgrammeRows) {
  const click = [...rows.clicks.values()]
    .filter(({ partnerId, clickId }) => partnerId === row.partnerId && clickId === row.clickId)
    .sort((left, right) => left.clickedAt.getTime() - right.clickedAt.getTime())[0];
  const order = row.orderId === null ? undefined : rows.orders.get(row.orderId);
  const lapse = row.lapseSeconds;
  const converted = row.convertedAt.getTime();
  const clicked =
    row.clickedAt?.getTime() ??
    click?.clickedAt.getTime() ??
    (lapse === null ? null : converted - lapse * 1_000);
  const ttc = lapse ?? (clicked === null ? null : (converted - clicked) / 1_000);
  const visitor = click?.visitorId ?? order?.visitorId ?? null;
  const owner = ownerOf(row.code, rows);
  return {
    row,
    key: {
      partnerId: row.partnerId,
      day: row.convertedAt.toISOString().slice(0, 10),
      network: row.network,
      device: (row.device ?? click?.device ?? '').toLowerCase(),
      customerType: row.customerType ?? ('' as const),
      currency: row.currency,
    },
    ttc,
    isFast: within(ttc, 60),
    clickSecond: lapse ?? (clicked === null ? null : clicked / 1_000),
    orderSecond: lapse ?? (ttc === null ? null : converted / 1_000),
    inCart: inCart(visitor, clicked, rows),
    owner,
    isOthersCode: owner !== null && owner !== row.partnerId,
    buyer: order?.customerId ?? visitor,
    ipHash: click?.ipHash ?? null,
    payable: row.status === 'reversed' ? 0n : row.commissionMicros,
  };
}

function inCart(visitor: string | null, clicked: number | null, rows: ProgrammeRows): boolean | null {
  const events = [...rows.siteEvents.values()];
  const times = events.map(({ occurredAt }) => occurredAt.getTime());
  if (visitor === null || clicked === null || events.length === 0) return null;
  if (clicked < Math.min(...times) || clicked > Math.max(...times)) return null;
  return events.some(
    ({ visitorId, occurredAt, event }) =>
      visitorId === visitor &&
      (event === 'cart' || event === 'checkout') &&
      occurredAt.getTime() >= clicked - HALF_HOUR_MS &&
      occurredAt.getTime() < clicked,
  );
}

function ownerOf(code: string | null, rows: ProgrammeRows): string | null {
  if (code === null) return null;
  const plain = (text: string) => text.trim().toUpperCase();
  return [...rows.codes.values()].find((known) => plain(known.code) === plain(code))?.ownerPartnerId ?? null;
}

const within = (ttc: number | null, seconds: number): boolean => ttc !== null && ttc > 0 && ttc < seconds;

function pairs(values: readonly number[], test: (left: number, right: number) => boolean): number {
  return values.flatMap((left, index) => values.slice(index + 1).filter((right) => test(left, right))).length;
}

function repeats(values: readonly (string | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length - new Set(known).size;
}

function never(): never {
  throw new Error('a group has a member');
}
