import type { ButtonHTMLAttributes } from 'react';

const LOOKS = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  quiet: 'border border-line bg-paper hover:bg-hover',
  bare: 'hover:bg-hover',
  danger: 'border border-lost text-lost hover:bg-lost-paper',
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS;
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string;
}

export function Button({ look = 'quiet', shortcut, className = '', children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`inline-flex min-h-8 items-center gap-2 rounded-md px-3 py-1 font-medium whitespace-nowrap disabled:opacity-50 ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {children}
      {shortcut !== undefined && <kbd className="font-mono text-xs opacity-70 max-md:hidden">{shortcut}</kbd>}
    </button>
  );
}
