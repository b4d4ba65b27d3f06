const WIDTHS = ['w-3/4', 'w-2/3', 'w-5/6', 'w-1/2', 'w-3/5'];

/** Grey lines of the shape of what is coming; nothing at all when it comes at once. */
export function Skeleton({ lines, className = 'p-4' }: { lines: number; className?: string }) {
  return (
    <div role="status" aria-label="Loading" className={`flex flex-col gap-3 ${className}`}>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have no identity
        <div key={line} className={`skeleton h-4 ${WIDTHS[line % WIDTHS.length]}`} />
      ))}
    </div>
  );
}
