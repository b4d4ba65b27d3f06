import * as Plot from '@observablehq/plot';
import type { Palette } from './palette.ts';

export interface TimeToConversionBin {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Share of the partner's conversions in this bin, in [0, 1]. */
  readonly partnerShare: number;
  /** The same for partners like it. */
  readonly stratumShare: number;
}

export interface PlotSurroundings {
  /** The page's, or a DOM on the server. */
  readonly document: Document;
  /** Pixels; the height is always the same. */
  readonly width: number;
  readonly palette: Palette;
  /** What the line is called, such as `38 like it`. */
  readonly comparison: string;
}

/** Where a log scale begins: the first bin begins at 0, which it has no place for. */
const FROM_SECONDS = 0.5;
const FAST_SECONDS = 60;
/** Before this the left edge is too near for a name that ends at its bar. */
const LEFT_SECONDS = 4;
const HEIGHT = 200;
/** Pixels from which there is room for every tick. */
const MINOR_FROM_WIDTH = 480;

/**
 * How soon orders follow the click: this partner as bars, partners like it as a line, seconds on a log scale.
 *
 * @returns an svg without a `<style>` of its own: a strict content policy refuses one.
 */
export function plotTimeToConversion(
  bins: readonly TimeToConversionBin[],
  { document, width, palette, comparison }: PlotSurroundings,
): Element {
  const drawn = bins.map((bin) => ({ ...bin, fromSeconds: Math.max(bin.fromSeconds, FROM_SECONDS) }));
  const most = Math.max(0.01, ...bins.flatMap((bin) => [bin.partnerShare, bin.stratumShare]));
  const figure = Plot.plot({
    document,
    width,
    height: HEIGHT,
    marginLeft: 36,
    marginRight: 22,
    marginTop: 8,
    marginBottom: 24,
    style: { background: 'none', color: palette.text, fontSize: '11px', fontFamily: 'inherit' },
    x: { type: 'log', domain: domainOf(drawn) },
    y: { domain: [0, most * 1.15] },
    marks: [
      ...frame(width, domainOf(drawn), palette),
      ...shares(drawn, palette),
      ...names(drawn, palette, comparison),
    ],
  });
  for (const style of figure.querySelectorAll('style')) style.remove();
  figure.setAttribute('aria-hidden', 'true');
  return figure;
}

function domainOf(bins: readonly TimeToConversionBin[]): [number, number] {
  return [bins[0]?.fromSeconds ?? FROM_SECONDS, bins.at(-1)?.toSeconds ?? FAST_SECONDS];
}

function frame(width: number, [from, to]: [number, number], palette: Palette): Plot.Markish[] {
  const ticks = TICKS.filter(
    ({ seconds, isMinor }) => seconds >= from && seconds <= to && (!isMinor || width > MINOR_FROM_WIDTH),
  );
  return [
    Plot.gridY({ ticks: 4, stroke: palette.line, strokeOpacity: 1 }),
    Plot.axisY({
      ticks: 4,
      tickSize: 0,
      label: null,
      fill: palette.quiet,
      tickFormat: (share: number) => `${Math.round(share * 100)} %`,
    }),
    Plot.axisX(
      ticks.map(({ seconds }) => seconds),
      {
        label: null,
        stroke: palette.quiet,
        fill: palette.quiet,
        tickSize: 4,
        text: ticks.map(({ name }) => name),
      },
    ),
    Plot.ruleY([0], { stroke: palette.quiet }),
  ];
}

function shares(bins: readonly TimeToConversionBin[], palette: Palette): Plot.Markish[] {
  return [
    Plot.rectY(bins, {
      x1: 'fromSeconds',
      x2: 'toSeconds',
      y: 'partnerShare',
      fill: palette.accent,
      fillOpacity: (bin: TimeToConversionBin) => (bin.toSeconds <= FAST_SECONDS ? 0.9 : 0.45),
      insetLeft: 0.5,
      insetRight: 0.5,
    }),
    Plot.lineY(
      bins.flatMap(({ fromSeconds, toSeconds, stratumShare }) => [
        { seconds: fromSeconds, stratumShare },
        { seconds: toSeconds, stratumShare },
      ]),
      { x: 'seconds', y: 'stratumShare', stroke: palette.comparison, strokeWidth: 1.5 },
    ),
    Plot.ruleX([FAST_SECONDS], { stroke: palette.text, strokeDasharray: '3,3', strokeOpacity: 0.7 }),
  ];
}

/** Names stand at what they name: the partner's where it is fast, the comparison's at its top. */
function names(bins: readonly TimeToConversionBin[], palette: Palette, comparison: string): Plot.Markish[] {
  const middle = ({ fromSeconds, toSeconds }: TimeToConversionBin) => Math.sqrt(fromSeconds * toSeconds);
  const highest = (share: 'partnerShare' | 'stratumShare', among: readonly TimeToConversionBin[]) =>
    among.reduce<TimeToConversionBin | undefined>(
      (best, bin) => (best === undefined || bin[share] > best[share] ? bin : best),
      undefined,
    );
  const fast = highest(
    'partnerShare',
    bins.filter((bin) => bin.toSeconds <= FAST_SECONDS),
  );
  const usual = highest('stratumShare', bins);
  const label = { lineAnchor: 'bottom', dy: -5, stroke: 'none', fontWeight: 600 } as const;
  return [
    ...(fast && fast.partnerShare > 0
      ? [
          Plot.text([fast], {
            ...label,
            // To the left of the minute, where there is room.
            ...(fast.fromSeconds < LEFT_SECONDS
              ? { x: 'fromSeconds', textAnchor: 'start' as const }
              : { x: 'toSeconds', textAnchor: 'end' as const, dx: -3 }),
            y: 'partnerShare',
            text: () => 'this partner',
            fill: palette.accent,
          }),
        ]
      : []),
    ...(usual && usual.stratumShare > 0
      ? [
          Plot.text([usual], {
            ...label,
            x: middle,
            y: (bin: TimeToConversionBin) => Math.max(bin.stratumShare, bin.partnerShare),
            text: () => comparison,
            fill: palette.comparison,
          }),
        ]
      : []),
  ];
}

const TICKS = [
  { seconds: 1, name: '1 s', isMinor: false },
  { seconds: 10, name: '10 s', isMinor: true },
  { seconds: 60, name: '1 min', isMinor: false },
  { seconds: 600, name: '10 min', isMinor: true },
  { seconds: 3_600, name: '1 h', isMinor: false },
  { seconds: 21_600, name: '6 h', isMinor: true },
  { seconds: 86_400, name: '1 day', isMinor: false },
  { seconds: 604_800, name: '1 week', isMinor: false },
  { seconds: 2_592_000, name: '1 month', isMinor: true },
] as const;
