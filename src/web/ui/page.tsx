import type { ReactNode } from 'react';

/** A page that is a column: one heading, what it answers, its content. */
export function Page({ title, says, children }: { title: string; says?: ReactNode; children: ReactNode }) {
  return (
    <div className="h-full overflow-y-auto p-6 max-md:p-4 max-md:pb-20">
      <h1 className="text-lg font-semibold">{title}</h1>
      {says !== undefined && <p className="mt-1 max-w-[75ch] text-quiet">{says}</p>}
      <div className="mt-5">{children}</div>
    </div>
  );
}
