import type { ButtonHTMLAttributes } from 'react';

const LOOKS = {
  primary: 'bg-accent text-accent-ink not-disabled:hover:bg-accent-strong',
  quiet: 'border border-line bg-paper not-disabled:hover:bg-hover',
  bare: 'not-disabled:hover:bg-hover',
  danger: 'border border-lost text-lost not-disabled:hover:bg-lost-paper',
} as const;
const SIZES = {
  normal: 'min-h-8 px-3 py-1 touch:min-h-11',
  small: 'min-h-6.5 px-1.5 text-xs touch:min-h-9 touch:px-3',
} as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
  /** The key that does the same, shown beside the words. */
  readonly shortcut?: string;
}

export function Button({
  look = 'quiet',
  size = 'normal',
  shortcut,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-keyshortcuts={shortcut}
      className={`inline-flex items-center justify-center gap-2 rounded-md font-medium whitespace-nowrap disabled:opacity-50 ${SIZES[size]} ${LOOKS[look]} ${className}`}
      {...rest}
    >
      {children}
      {shortcut !== undefined && (
        <span aria-hidden="true" className="font-mono text-xs opacity-75 max-xl:hidden touch:hidden">
          {shortcut}
        </span>
      )}
    </button>
  );
}
