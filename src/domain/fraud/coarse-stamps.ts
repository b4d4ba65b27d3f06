import type { ConversionSketch } from './sketch.ts';

/** With fine clocks a tenth of the stamps falls on tens of seconds, a fifteenth on fifteens: four in a row are no chance. */
const STAMPS_MIN = 4;

/**
 * Where clocks are coarser than 5 s, so that "under 60 seconds" cannot be told.
 *
 * Looked at per network, and per partner within a network: some partners' own trackers round.
 *
 * @param share - at least this share of either stamp on whole tens (or fifteens) of seconds means coarse.
 * @returns whether a partner's rows of a network are coarse; without stamps nothing is.
 */
export function coarseNetworks(
  rows: readonly ConversionSketch[],
  share: number,
): (partnerId: string, network: string) => boolean {
  const isCoarse = (group: readonly ConversionSketch[]) => {
    const stamps = group.reduce((sum, { timed }) => sum + timed, 0);
    const most = (['clicksOnTens', 'clicksOnFifteens', 'ordersOnTens', 'ordersOnFifteens'] as const)
      .map((field) => group.reduce((sum, row) => sum + row[field], 0))
      .reduce((left, right) => Math.max(left, right), 0);
    return stamps >= STAMPS_MIN && most >= share * stamps;
  };
  const coarse = new Set<string>();
  const groups = [
    ...Map.groupBy(rows, ({ network }) => network),
    ...Map.groupBy(rows, ({ partnerId, network }) => `${partnerId}\t${network}`),
  ];
  for (const [key, group] of groups) if (isCoarse(group)) coarse.add(key);
  return (partnerId, network) => coarse.has(network) || coarse.has(`${partnerId}\t${network}`);
}
