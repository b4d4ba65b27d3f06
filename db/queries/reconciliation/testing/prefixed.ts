import type { AwkwardFiles } from './awkward-facts.ts';

const IDS = ['order_id', 'customer_id', 'conversion_id', 'refund_id'];

/** The same programme with ids of its own, so that many can live in one database without meeting. */
export function prefixed(files: AwkwardFiles, prefix: string): AwkwardFiles {
  const rename = <Row extends object>(rows: readonly Row[]): Row[] =>
    rows.map((row) => {
      const cells = Object.entries(row).map(([column, cell]) =>
        IDS.includes(column) && typeof cell === 'string' ? [column, `${prefix}${cell}`] : [column, cell],
      );
      return Object.fromEntries(cells) as Row;
    });
  return {
    products: files.products,
    conversions: rename(files.conversions),
    orders: rename(files.orders),
    refunds: rename(files.refunds),
  };
}

/** Many as one. */
export function together(many: readonly AwkwardFiles[]): AwkwardFiles {
  return {
    products: many[0]?.products ?? [],
    conversions: many.flatMap(({ conversions }) => conversions),
    orders: many.flatMap(({ orders }) => orders),
    refunds: many.flatMap(({ refunds }) => refunds),
  };
}

/** What a database holds after the second files came over the first: rows with a known key are replaced. */
export function changedBy(files: AwkwardFiles, later: AwkwardFiles): AwkwardFiles {
  const merge = <Row>(before: readonly Row[], after: readonly Row[], key: (row: Row) => string): Row[] => [
    ...new Map([...before, ...after].map((row) => [key(row), row])).values(),
  ];
  return {
    products: files.products,
    conversions: merge(files.conversions, later.conversions, (row) => `${row.network} ${row.conversion_id}`),
    orders: merge(files.orders, later.orders, (row) => `${row.order_id} ${row.line_id}`),
    refunds: merge(files.refunds, later.refunds, (row) => `${row.refund_id} ${row.line_id}`),
  };
}
