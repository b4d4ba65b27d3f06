import type { ConversionSketch } from '../../src/domain/fraud/sketch.ts';
import { TTC_BIN_COUNT, ttcBin } from '../../src/domain/fraud/ttc-bins.ts';
import { type Coverage, type VisitorEvents, visitedBetween } from './coverage.ts';
import type { ClickRow, CodeOwners, ConversionRow, PartnerRows } from './rows.ts';

const MINUTE = 60_000;

/** One conversion with what the other tables say about it. */
interface Joined {
  row: ConversionRow;
  click: ClickRow | undefined;
  clickedAt: number | null;
  ttcSeconds: number | null;
  inCart: boolean | null;
  buyer: string;
  codeOwner: string | null;
}

/** The conversion sketches of one partner: what the database's SQL must give, row by row and slowly. */
export function sketchConversions(
  rows: PartnerRows,
  events: VisitorEvents,
  coverage: Coverage | null,
  owners: CodeOwners,
): ConversionSketch[] {
  const clicks = new Map(rows.clicks.map((click) => [click.clickId, click]));
  const orders = new Map(rows.orders.map((order) => [order.orderId, order]));
  const joined = rows.conversions.map((row): Joined => {
    const click = clicks.get(row.clickId);
    const order = orders.get(row.orderId);
    const clickedAt = row.clickedAt ?? click?.clickedAt ?? null;
    const visitor = click?.visitorId || order?.visitorId || '';
    const covered =
      coverage &&
      clickedAt !== null &&
      clickedAt - 30 * MINUTE >= coverage.first &&
      clickedAt <= coverage.last;
    return {
      row,
      click,
      clickedAt,
      ttcSeconds: clickedAt === null ? null : (row.convertedAt - clickedAt) / 1_000,
      inCart:
        covered && visitor !== ''
          ? visitedBetween(events, visitor, clickedAt - 30 * MINUTE, clickedAt - 1, ['cart', 'checkout'])
          : null,
      buyer: order?.customerId || visitor,
      codeOwner: row.code === '' ? null : (owners.get(row.code.trim().toUpperCase()) ?? ''),
    };
  });
  const cells = Map.groupBy(joined, ({ row, click }) =>
    [
      new Date(row.convertedAt).toISOString().slice(0, 10),
      row.network,
      row.device || click?.device || '',
      row.customerType,
      row.currency,
    ].join('\t'),
  );
  return [...cells.values()].map((cell) => sketchCell(rows.partner.partnerId, cell));
}

function sketchCell(partnerId: string, cell: readonly Joined[]): ConversionSketch {
  const first = cell[0];
  if (!first) throw new Error('a cell has at least one conversion');
  const timed = cell.filter(({ ttcSeconds }) => ttcSeconds !== null);
  const later = timed.filter(({ ttcSeconds }) => (ttcSeconds ?? 0) > 0);
  const within = (seconds: number) => (entry: Joined) =>
    entry.ttcSeconds !== null && entry.ttcSeconds > 0 && entry.ttcSeconds < seconds;
  const isFast = within(60);
  const carts = cell.filter(({ inCart }) => inCart !== null);
  const cartTimed = carts.filter(({ ttcSeconds }) => ttcSeconds !== null && ttcSeconds > 0);
  const buyers = cell.map(({ buyer }) => buyer).filter((buyer) => buyer !== '');
  const addresses = cell.map(({ click }) => click?.ipHash ?? '').filter((address) => address !== '');
  const earning = cell.filter(({ row }) => row.status !== 'reversed');
  const commission = (of: (entry: Joined) => boolean) =>
    earning.filter(of).reduce((sum, { row }) => sum + row.commissionMicros, 0n);
  const onMultiple = (at: (entry: Joined) => number | null, seconds: number) =>
    timed.filter((entry) => (at(entry) ?? 1) % (seconds * 1_000) === 0).length;
  const ttcHistogram = new Array<number>(TTC_BIN_COUNT).fill(0);
  for (const { ttcSeconds } of later)
    ttcHistogram[ttcBin(ttcSeconds ?? 0)] = (ttcHistogram[ttcBin(ttcSeconds ?? 0)] ?? 0) + 1;
  const equal = [...Map.groupBy(later, ({ ttcSeconds }) => Math.floor(ttcSeconds ?? 0)).values()];
  const isOther = ({ codeOwner }: Joined) =>
    codeOwner !== null && codeOwner !== '' && codeOwner !== partnerId;
  return {
    partnerId,
    day: new Date(first.row.convertedAt).toISOString().slice(0, 10),
    network: first.row.network,
    device: (first.row.device || first.click?.device || '').toLowerCase(),
    customerType: first.row.customerType,
    currency: first.row.currency,
    conversions: cell.length,
    timed: timed.length,
    notAfterClick: timed.length - later.length,
    underOneSecond: timed.filter(within(1)).length,
    underTenSeconds: timed.filter(within(10)).length,
    fast: timed.filter(isFast).length,
    clicksOnTens: onMultiple(({ clickedAt }) => clickedAt, 10),
    clicksOnFifteens: onMultiple(({ clickedAt }) => clickedAt, 15),
    ordersOnTens: onMultiple(({ row }) => row.convertedAt, 10),
    ordersOnFifteens: onMultiple(({ row }) => row.convertedAt, 15),
    ttcHistogram,
    ttcPairs: pairs(later.length),
    ttcEqualPairs: equal.reduce((sum, group) => sum + pairs(group.length), 0),
    cartKnown: carts.length,
    inCart: carts.filter(({ inCart }) => inCart).length,
    cartTimed: cartTimed.length,
    inCartTimed: cartTimed.filter(({ inCart }) => inCart).length,
    fastCartKnown: cartTimed.filter(isFast).length,
    fastInCart: cartTimed.filter((entry) => entry.inCart && isFast(entry)).length,
    coded: cell.filter(({ codeOwner }) => codeOwner !== null).length,
    ownCode: cell.filter(({ codeOwner }) => codeOwner === partnerId).length,
    othersCode: cell.filter(isOther).length,
    buyerKnown: buyers.length,
    buyerRepeats: buyers.length - new Set(buyers).size,
    addressKnown: addresses.length,
    addressRepeats: addresses.length - new Set(addresses).size,
    commissionMicros: commission(() => true),
    fastCommissionMicros: commission(isFast),
    inCartCommissionMicros: commission(({ inCart }) => inCart === true),
    fastOrInCartCommissionMicros: commission((entry) => entry.inCart === true || isFast(entry)),
    othersCodeCommissionMicros: commission(isOther),
  };
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}
