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

/**
 * How soon orders follow the click: this partner as bars, partners like it as a line, seconds on a log scale.
 *
 * @param document - the page's, or a DOM on the server.
 * @param width - pixels; the height follows.
 * @returns an svg without a `<style>` of its own: a strict content policy refuses one.
 */
export function plotTimeToConversion(
  bins: readonly TimeToConversionBin[],
  { document, width, palette }: { document: Document; width: number; palette: Palette },
): Element {
  // The first bin begins at 0, which a log scale has no place for.
  const drawn = bins.map((bin) => ({ ...bin, fromSeconds: Math.max(bin.fromSeconds, 0.5) }));
  const figure = Plot.plot({
    document,
    width,
    height: Math.round(Math.min(220, 90 + width * 0.22)),
    marginLeft: 40,
    marginBottom: 34,
    style: { background: 'none', color: palette.text, fontSize: '11px' },
    x: { type: 'log', label: null, ticks: TICKS.map(({ seconds }) => seconds), tickFormat: tickName },
    y: {
      label: null,
      tickFormat: (share: number) => `${Math.round(share * 100)} %`,
      ticks: 4,
      nice: true,
      zero: true,
    },
    marks: [
      Plot.ruleY([0], { stroke: palette.line }),
      Plot.rectY(drawn, {
        x1: 'fromSeconds',
        x2: 'toSeconds',
        y: 'partnerShare',
        fill: palette.accent,
        fillOpacity: 0.75,
        insetLeft: 0.5,
        insetRight: 0.5,
      }),
      Plot.lineY(drawn, {
        x: (bin: TimeToConversionBin) => Math.sqrt(bin.fromSeconds * bin.toSeconds),
        y: 'stratumShare',
        stroke: palette.comparison,
        strokeWidth: 1.75,
        curve: 'step',
      }),
      Plot.ruleX([60], { stroke: palette.text, strokeDasharray: '3,3', strokeOpacity: 0.7 }),
      Plot.text([{ x: 60 }], {
        x: 'x',
        frameAnchor: 'top',
        dx: 4,
        textAnchor: 'start',
        text: () => 'a minute',
        fill: palette.text,
      }),
    ],
  });
  for (const style of figure.querySelectorAll('style')) style.remove();
  figure.setAttribute('aria-hidden', 'true');
  return figure;
}

const TICKS = [
  { seconds: 1, name: '1 s' },
  { seconds: 10, name: '10 s' },
  { seconds: 60, name: '' },
  { seconds: 600, name: '10 min' },
  { seconds: 3_600, name: '1 h' },
  { seconds: 86_400, name: '1 day' },
  { seconds: 604_800, name: '1 week' },
] as const;

function tickName(seconds: number): string {
  return TICKS.find((tick) => tick.seconds === seconds)?.name ?? '';
}
