import type { ReactNode } from 'react';

const TONES = {
  plain: 'text-quiet border-line',
  waiting: 'text-waiting border-current',
  lost: 'text-lost border-current',
  won: 'text-won border-current',
} as const;

/** A word in a hairline; the colour repeats what the word says. */
export function Tag({
  tone = 'plain',
  title,
  children,
}: {
  tone?: keyof typeof TONES;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span
      title={title}
      className={`inline-block rounded-sm border px-1.5 text-xs leading-4 whitespace-nowrap ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
