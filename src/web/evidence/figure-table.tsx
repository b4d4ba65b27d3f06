import type { z } from 'zod';
import type { Figure } from '../../domain/proposals/evidence.ts';
import { figureText } from '../format/figure.ts';
import { Section } from '../ui/section.tsx';

type FigureOf = z.infer<typeof Figure>;

/** Each number beside what it is compared with and how sure it is. */
export function FigureTable({ figures }: { figures: readonly FigureOf[] }) {
  return (
    <Section title="Why">
      <table className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th>Figure</th>
            <th>This partner</th>
            <th>Partners like it</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.name} className="border-b border-line align-baseline">
              <td className="py-1.5 pr-4">
                {figure.label}
                {figure.note !== null && <div className="text-xs text-quiet">{figure.note}</div>}
              </td>
              <td className="py-1.5 pr-4 text-right font-semibold whitespace-nowrap">
                {figureText(figure.value, figure.unit, figure.currency)}
                <div className="text-xs font-normal text-quiet">{range(figure)}</div>
              </td>
              <td className="py-1.5 text-right whitespace-nowrap text-quiet">
                {figure.baseline !== null && (
                  <>others {figureText(figure.baseline, figure.unit, figure.currency)}</>
                )}
                {figure.qValue !== null && <div className="text-xs">q = {figure.qValue.toPrecision(1)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function range({ interval, unit, currency }: FigureOf): string {
  if (interval === null) return '';
  return interval.map((bound) => figureText(bound, unit, currency)).join(' to ');
}
