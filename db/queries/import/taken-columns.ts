import type { FeedShape } from './feed-shape.ts';

/** What a taken column becomes: the file's value; extra data is added to what is there. */
function newValue(column: string): string {
  return column === 'extra'
    ? 'coalesce(kept.extra || staged.extra, kept.extra, staged.extra)'
    : `staged.${column}`;
}

/** `set` list that makes the row `kept` what the row `staged` says. */
export function takenAssignments(columns: readonly string[]): string {
  return columns.map((column) => `${column} = ${newValue(column)}`).join(', ');
}

/** True where taking over would change nothing. */
export function takenIsSame({ taken }: FeedShape): string {
  if (taken.length === 0) return 'true';
  const before = taken.map((column) => `kept.${column}`).join(', ');
  return `(${before}) is not distinct from (${taken.map(newValue).join(', ')})`;
}

/** Equality of some columns of two rows. */
export function equal(columns: readonly string[], left: string, right: string): string {
  return columns.map((column) => `${left}.${column} = ${right}.${column}`).join(' and ');
}
