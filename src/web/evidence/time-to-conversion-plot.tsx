import { useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { Histogram } from '../../domain/proposals/evidence.ts';
import { PAGE_PALETTE } from '../../plots/palette.ts';
import { plotTimeToConversion } from '../../plots/time-to-conversion.ts';
import { delay } from '../format/time.ts';
import { Section } from '../ui/section.tsx';

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
    if (width < 100) return;
    box.current?.replaceChildren(
      plotTimeToConversion(histogram.bins, { document, width, palette: PAGE_PALETTE }),
    );
  }, [histogram, width]);

  return (
    <Section title={histogram.question}>
      <div ref={box} role="img" aria-label={inWords(histogram)} className="min-h-24" />
      <p className="mt-1 flex flex-wrap gap-x-4 text-xs text-quiet">
        <span>
          <span aria-hidden="true" className="mr-1 inline-block size-2 bg-accent" />
          this partner
          {histogram.medianSeconds === null ? '' : `, middle order after ${delay(histogram.medianSeconds)}`}
        </span>
        <span>
          <span aria-hidden="true" className="mr-1 inline-block h-0.5 w-3 bg-quiet align-middle" />
          {histogram.partnerCount} partners like it ({histogram.stratum})
        </span>
      </p>
    </Section>
  );
}

function inWords({ bins, stratum }: z.infer<typeof Histogram>): string {
  const under = (share: 'partnerShare' | 'stratumShare') =>
    Math.round(100 * bins.filter((bin) => bin.toSeconds <= 60).reduce((sum, bin) => sum + bin[share], 0));
  return `${under('partnerShare')} % of this partner’s orders follow within a minute; of ${stratum}, ${under('stratumShare')} %.`;
}
