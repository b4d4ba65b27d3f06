/** `k` of `n` in one stratum and window of a partner. */
export interface CellCount {
  readonly device: string;
  readonly customerType: string;
  /** 0 is the newest window; -1 is older than all, or a count that knows no windows. */
  readonly window: number;
  readonly k: number;
  readonly n: number;
}

/** One partner's counts for one rule. */
export interface PartnerCounts {
  readonly partnerId: string;
  readonly type: string;
  readonly cells: readonly CellCount[];
}

/** @returns `k` of `n` over all cells. */
export function sumCounts(cells: readonly CellCount[]): { k: number; n: number } {
  return cells.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
}

/** Cells of one device and customer type added over the windows. */
export function overWindows(cells: readonly CellCount[]): CellCount[] {
  return [...Map.groupBy(cells, ({ device, customerType }) => `${device}\t${customerType}`).values()].map(
    (group) => ({
      device: group[0]?.device ?? '',
      customerType: group[0]?.customerType ?? '',
      window: -1,
      ...sumCounts(group),
    }),
  );
}
