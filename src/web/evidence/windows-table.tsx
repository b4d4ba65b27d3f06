import type { z } from 'zod';
import type { Windows } from '../../domain/proposals/evidence.ts';
import { LOCALE } from '../format/locale.ts';
import { Section } from '../ui/section.tsx';

const DAY = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "Consistently": the same look at each of the last windows, oldest left as on a time axis. */
export function WindowsTable({ windows: { rows } }: { windows: z.infer<typeof Windows> }) {
  const counting = rows.filter(({ counts }) => counts).length;
  return (
    <Section title={`Is it consistent? ${counting} of ${rows.length} windows show it by themselves`}>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] border-y border-line">
        {rows.toReversed().map((window) => (
          <li key={window.from} className="border-l border-line px-2.5 py-2 first:border-0 first:pl-0">
            <div className="text-xs text-quiet">
              {DAY.format(new Date(window.from))} – {DAY.format(new Date(window.to))}
            </div>
            <div className="font-semibold tabular-nums">
              {window.fast} of {window.conversions}
              {window.conversions > 0 && (
                <span className="ml-2 font-normal text-quiet">
                  {Math.round((100 * window.fast) / window.conversions)} %
                </span>
              )}
            </div>
            <div className={`text-xs ${window.counts ? 'text-lost' : 'text-quiet'}`}>
              {window.counts ? '● shows it' : '○ not by itself'}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
