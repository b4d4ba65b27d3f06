import { type ReactNode, useId } from 'react';

/** A part of a card, under a quiet heading. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="mb-1.5 text-xs font-semibold text-quiet">
        {title}
      </h3>
      {children}
    </section>
  );
}
