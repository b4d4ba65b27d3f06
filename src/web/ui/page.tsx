import type { ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title.ts';

interface Props {
  /** Names the page in its heading and in the browser's tab. */
  readonly title: string;
  /** What stands in the heading when it is more than the title. */
  readonly heading?: ReactNode;
  readonly says?: ReactNode;
  readonly children?: ReactNode;
}

/** A page that is a column: one heading, what it answers, its content. */
export function Page({ title, heading, says, children }: Props) {
  useDocumentTitle(title);
  return (
    <div className="h-full overflow-y-auto px-6 pt-4 pb-8 max-md:px-4">
      <h1 className="text-lg font-semibold wrap-anywhere">{heading ?? title}</h1>
      {says !== undefined && <p className="mt-1 max-w-[75ch] text-quiet">{says}</p>}
      <div className="mt-5">{children}</div>
    </div>
  );
}
