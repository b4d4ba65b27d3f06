import type { z } from 'zod';
import type { Figure } from '../../domain/proposals/evidence.ts';
import { figureText } from '../format/figure.ts';
import { Section } from '../ui/section.tsx';
import { IntervalBar } from './interval-bar.tsx';

type FigureOf = z.infer<typeof Figure>;

/** Each number beside what it is compared with and how sure it is. */
export function FigureTable({ figures }: { figures: readonly FigureOf[] }) {
  return (
    <Section title="Why">
      <ul className="@container border-t border-line">
        {figures.map((figure) => (
          <li key={figure.name} className="border-b border-line py-2">
            <div className="justify-between gap-6 @xl:flex">
              <p>{figure.label}</p>
              <p className="font-semibold whitespace-nowrap tabular-nums">
                {figureText(figure.value, figure.unit, figure.currency)}
                {figure.interval !== null && (
                  <span className="ml-2 font-normal text-quiet">{range(figure)}</span>
                )}
              </p>
            </div>
            <div className="mt-0.5 items-end justify-between gap-6 text-xs text-quiet @xl:flex">
              <p>{figure.note}</p>
              <p className="shrink-0 tabular-nums">
                <Comparison figure={figure} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Comparison({ figure }: { figure: FigureOf }) {
  const { baseline, value, interval, unit, currency, qValue } = figure;
  if (baseline === null) return null;
  return (
    <>
      {value !== null && interval !== null && (
        <span className="mr-3">
          <IntervalBar value={value} interval={interval} baseline={baseline} />
        </span>
      )}
      partners like it: {figureText(baseline, unit, currency)}
      {qValue !== null && <span className="ml-3">{qText(qValue)}</span>}
    </>
  );
}

/** `q = 0.0004`; what is smaller than can be told apart is called so. */
function qText(qValue: number): string {
  if (qValue < 0.0001) return 'q < 0.0001';
  return `q = ${qValue < 0.01 ? qValue.toPrecision(1) : qValue.toFixed(2)}`;
}

function range({ interval, unit, currency }: FigureOf): string {
  if (interval === null) return '';
  const [low, high] = interval.map((bound) => figureText(bound, unit, currency));
  return unit === 'share' ? `${low?.replace('\u00A0%', '')}–${high}` : `${low}–${high}`;
}
