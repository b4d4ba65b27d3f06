const WIDTH = 120;
const HEIGHT = 14;

/**
 * A share, its interval and what is usual, on one line from 0 to a little beyond the largest.
 *
 * The figures stand beside it in words, so it is not read aloud.
 */
export function IntervalBar({
  value,
  interval,
  baseline,
}: {
  value: number;
  interval: readonly [number, number];
  baseline: number | null;
}) {
  const most = Math.max(value, interval[1], baseline ?? 0) * 1.08;
  if (most <= 0) return null;
  const at = (share: number): number => Math.round((share / most) * WIDTH * 10) / 10;
  return (
    <svg aria-hidden="true" width={WIDTH} height={HEIGHT} className="inline-block align-middle">
      <line x1={0} x2={WIDTH} y1={7} y2={7} className="stroke-line" />
      <rect
        x={at(interval[0])}
        width={Math.max(2, at(interval[1]) - at(interval[0]))}
        y={4}
        height={6}
        className="fill-accent/35"
      />
      <line x1={at(value)} x2={at(value)} y1={1} y2={13} strokeWidth={2.5} className="stroke-accent" />
      {baseline !== null && (
        <line x1={at(baseline)} x2={at(baseline)} y1={1} y2={13} strokeWidth={1.5} className="stroke-quiet" />
      )}
    </svg>
  );
}
