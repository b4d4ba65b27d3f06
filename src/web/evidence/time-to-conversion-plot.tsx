import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Histogram } from '../../domain/proposals/evidence.ts';
import { PAGE_PALETTE } from '../../plots/palette.ts';
import { countText } from '../format/figure.ts';
import { delay } from '../format/time.ts';
import { Section } from '../ui/section.tsx';

const WIDTH_MIN = 100;
/** The plot library is large: the queue is there before it. */
const load = () => import('../../plots/time-to-conversion.ts');

/** This partner over its stratum, drawn to the width there is; the same in words for those who do not see it. */
export function TimeToConversionPlot({ histogram }: { histogram: z.infer<typeof Histogram> }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (width < WIDTH_MIN) return;
    let isWanted = true;
    void load().then(({ plotTimeToConversion }) => {
      if (!isWanted) return;
      const plot = plotTimeToConversion(histogram.bins, {
        document,
        width,
        palette: PAGE_PALETTE,
        comparison: histogram.partnerCount > 0 ? `${histogram.partnerCount} like it` : 'partners like it',
      });
      box.current?.replaceChildren(plot);
    });
    return () => {
      isWanted = false;
    };
  }, [histogram, width]);

  return (
    <Section title={histogram.question}>
      <div ref={box} role="img" aria-label={inWords(histogram)} className="min-h-50" />
      <p className="mt-1 text-xs text-quiet">
        Share of orders by time after the click; compared with{' '}
        {histogram.partnerCount > 0 ? `${countText(histogram.partnerCount)} partners` : 'partners like it'} (
        {histogram.stratum}).
        {histogram.medianSeconds === null
          ? ''
          : ` This partner’s middle order: ${delay(histogram.medianSeconds)}.`}
      </p>
    </Section>
  );
}

function inWords({ bins, stratum }: z.infer<typeof Histogram>): string {
  const under = (share: 'partnerShare' | 'stratumShare') =>
    Math.round(100 * bins.filter((bin) => bin.toSeconds <= 60).reduce((sum, bin) => sum + bin[share], 0));
  return `${under('partnerShare')} % of this partner’s orders follow within a minute; of ${stratum}, ${under('stratumShare')} %.`;
}
