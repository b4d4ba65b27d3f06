import { FEED_COLUMNS } from '../../src/domain/feeds/columns.ts';
import { IMPORT_KINDS, type ImportKind } from '../../src/domain/feeds/kinds.ts';

/** Columns that only networks' own files fill. */
const UNWRITTEN = ['status_raw', 'lapse_seconds'] as const;
type Unwritten = (typeof UNWRITTEN)[number];

/** Rates between currencies are nobody's to make up. */
export type DemoKind = Exclude<ImportKind, 'fx_rates'>;

/** A row as the generic CSV writes it: every cell is text, empty when there is no value. */
export type DemoRow<Kind extends DemoKind> = Readonly<
  Record<Exclude<keyof (typeof FEED_COLUMNS)[Kind], Unwritten>, string>
>;

/**
 * All rows of the demo programme.
 *
 * Rows are made while they are read, again at every reading, so that they need not all be held at once.
 */
export type DemoRows = { readonly [Kind in DemoKind]: Iterable<DemoRow<Kind>> };

/** Columns a kind, in the order of the generic CSV; partners carry the optional `key_account`. */
export const DEMO_COLUMNS: Readonly<Record<DemoKind, readonly string[]>> = Object.fromEntries(
  IMPORT_KINDS.filter((kind) => kind !== 'fx_rates').map((kind) => [
    kind,
    Object.keys(FEED_COLUMNS[kind]).filter(isWritten),
  ]),
) as Record<DemoKind, string[]>;

function isWritten(column: string): boolean {
  return !UNWRITTEN.some((unwritten) => unwritten === column);
}
