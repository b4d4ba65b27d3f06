import type { z } from 'zod';
import type { Windows } from '../../domain/proposals/evidence.ts';
import { Section } from '../ui/section.tsx';

const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** "Consistently": the same look at each of the last windows. */
export function WindowsTable({ windows }: { windows: z.infer<typeof Windows> }) {
  return (
    <Section title="Is it consistent?">
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(9rem,1fr))] gap-2">
        {windows.rows.map((window) => (
          <li key={window.from} className="rounded-md border border-line px-3 py-2">
            <div className="text-xs text-quiet">
              {DAY.format(new Date(window.from))} – {DAY.format(new Date(window.to))}
            </div>
            <div className="font-semibold">
              {window.fast} of {window.conversions}
            </div>
            <div className={`text-xs ${window.counts ? 'text-lost' : 'text-quiet'}`}>
              {window.counts ? '● shows it by itself' : '○ does not show it alone'}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
