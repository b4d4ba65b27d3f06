import type { ReactNode } from 'react';

/** A part of a card, under a quiet heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1.5 text-xs font-semibold text-quiet">{title}</h3>
      {children}
    </section>
  );
}
