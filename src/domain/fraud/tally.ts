import { coarseNetworks } from './coarse-stamps.ts';
import type { FraudPolicy } from './fraud-policy.ts';
import { type FraudWindow, fraudWindows, windowOf } from './fraud-windows.ts';
import type { ClickSketch, ConversionSketch, FraudInput, PartnerFacts } from './sketch.ts';
import { sumSketches } from './sum-sketches.ts';

/** Conversions of one partner, device, customer type and window, all networks and currencies together. */
export interface TallyCell {
  readonly device: string;
  readonly customerType: ConversionSketch['customerType'];
  /** 0 is the newest window of the history. */
  readonly window: number;
  readonly sums: ConversionSketch;
}

/** All that is known of one partner, ready to be tested. */
export interface Tally {
  readonly partnerId: string;
  readonly type: string;
  readonly buyers: PartnerFacts['buyers'];
  readonly cells: readonly TallyCell[];
  /** Commission rows, one a currency. */
  readonly byCurrency: readonly ConversionSketch[];
  readonly clicks: ClickSketch | null;
  /** Conversions on days for which the programme has clicks. */
  readonly conversionsWithClickDays: number;
  /** Conversions whose stamps are coarser than 5 s: they have no usable time to conversion. */
  readonly coarseConversions: number;
}

/** Sums the sketches by partner. Times to conversion of coarse networks are taken out, the rest stays. */
export function tallyPartners(
  input: FraudInput,
  policy: FraudPolicy,
): { tallies: Tally[]; windows: FraudWindow[] } {
  const lastDay = input.asOf.slice(0, 10);
  const windows = fraudWindows(input.asOf, input.historyFrom, policy);
  const rows = input.conversions.filter(({ day }) => day <= lastDay);
  const clickRows = input.clicks.filter(({ day }) => day <= lastDay);
  const coarse = coarseNetworks(rows, policy.coarseStampShare);
  const clickDays = dayRange(clickRows);
  const rowsOf = Map.groupBy(rows, ({ partnerId }) => partnerId);
  const clicksOf = Map.groupBy(clickRows, ({ partnerId }) => partnerId);

  const tallies = input.partners.map(({ partnerId, type, buyers }) => {
    const own = rowsOf.get(partnerId) ?? [];
    const isCoarse = (row: ConversionSketch) => coarse(partnerId, row.network);
    const usable = own.map((row) => (isCoarse(row) ? withoutTimes(row) : row));
    return {
      partnerId,
      type,
      buyers,
      cells: cellsOf(usable, windows),
      byCurrency: sumsBy(usable, ({ currency }) => currency),
      clicks: sumOrNull(clicksOf.get(partnerId)),
      conversionsWithClickDays: own
        .filter(({ day }) => clickDays !== null && day >= clickDays.from && day <= clickDays.to)
        .reduce((sum, row) => sum + row.conversions, 0),
      coarseConversions: own.filter(isCoarse).reduce((sum, row) => sum + row.timed, 0),
    };
  });
  return { tallies, windows };
}

/** Adds one count over all cells of a partner. */
export function total(tally: Tally, count: (sums: ConversionSketch) => number): number {
  return tally.cells.reduce((sum, cell) => sum + count(cell.sums), 0);
}

function cellsOf(rows: readonly ConversionSketch[], windows: readonly FraudWindow[]): TallyCell[] {
  return sumsBy(rows, (row) => `${row.device}\t${row.customerType}\t${windowOf(row.day, windows)}`).map(
    (sums) => ({
      device: sums.device,
      customerType: sums.customerType,
      window: windowOf(sums.day, windows),
      sums,
    }),
  );
}

function sumsBy(
  rows: readonly ConversionSketch[],
  key: (row: ConversionSketch) => string,
): ConversionSketch[] {
  return [...Map.groupBy(rows, key)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]) => sumSketches(group));
}

function sumOrNull(rows: readonly ClickSketch[] | undefined): ClickSketch | null {
  return rows ? sumSketches(rows) : null;
}

function dayRange(rows: readonly ClickSketch[]): { from: string; to: string } | null {
  const days = rows.map(({ day }) => day).sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function withoutTimes(row: ConversionSketch): ConversionSketch {
  return {
    ...row,
    timed: 0,
    notAfterClick: 0,
    underOneSecond: 0,
    underTenSeconds: 0,
    fast: 0,
    ttcHistogram: row.ttcHistogram.map(() => 0),
    ttcPairs: 0,
    ttcEqualPairs: 0,
    cartTimed: 0,
    inCartTimed: 0,
    fastCartKnown: 0,
    fastInCart: 0,
  };
}
