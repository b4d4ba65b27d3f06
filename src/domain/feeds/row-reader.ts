import { Refusal } from '../errors.ts';
import { FEED_COLUMNS, type FeedColumn } from './columns.ts';
import { conversionStatus } from './conversion-status.ts';
import type { ImportKind } from './kinds.ts';

/** Canonical text or nothing, one for each of a reader's `columns`; the last is the extra data as JSON. */
export type RowValues = (string | null)[];

export interface RowReader {
  readonly kind: ImportKind;
  /** All columns of the kind, in the order of the values. `extra` follows them. */
  readonly columns: readonly string[];
  /** The columns that the file has; what it lacks leaves a known row as it is. `extra` when it has unknown ones. */
  readonly given: ReadonlySet<string>;
  /** The row's values, or the sentence that says why it cannot be loaded. */
  readonly read: (cells: readonly string[]) => RowValues | string;
}

const SHOWN_MAX = 60;
const EXTRA_LENGTH_MAX = 16_384;

/**
 * Compiles a header into the function that reads the rows under it.
 *
 * @param header - names in file order, normalised by `headerName`; unknown ones become extra data.
 * @throws {Refusal} `column_missing` when a required column is absent, naming it.
 */
export function rowReader(kind: ImportKind, header: readonly string[]): RowReader {
  const all = Object.entries<FeedColumn>(FEED_COLUMNS[kind]).map(([name, column]) => ({
    name,
    column,
    at: header.indexOf(name),
  }));
  const missing = all.filter(({ column, at }) => column.required && at < 0).map(({ name }) => name);
  if (missing.length > 0) {
    throw new Refusal(
      'column_missing',
      `A file of ${kind} needs the column ${missing.join(', ')}; this one has ${header.join(', ')}.`.slice(
        0,
        500,
      ),
      { kind, column: missing.join(',') },
    );
  }
  const known = new Set(all.map(({ name }) => name));
  const extras = header
    .map((name, at) => ({ name, at }))
    .filter(({ name }) => name !== '' && !known.has(name));
  const given = all.filter(({ at }) => at >= 0).map(({ name }) => name);
  const complete = COMPLETE[kind];

  const read = (cells: readonly string[]): RowValues | string => {
    const values: RowValues = new Array(all.length + 1);
    for (let index = 0; index < all.length; index += 1) {
      const { name, column, at } = all[index] as (typeof all)[number];
      const text = at < 0 ? '' : (cells[at] ?? '');
      const value = text === '' ? '' : column.cell.read(text);
      if (value === null) return `${name} must be ${column.cell.expects}, not ${shown(text)}.`;
      if (value === '' && column.required) return `${name} is empty.`;
      values[index] = value === '' ? (column.fallback ?? null) : value;
    }
    complete?.(values);
    const extra = extras.length === 0 ? null : extraOf(cells, extras);
    if (extra !== null && extra.length > EXTRA_LENGTH_MAX) {
      return `The columns beyond the known ones hold more than ${EXTRA_LENGTH_MAX} characters.`;
    }
    values[all.length] = extra;
    return values;
  };
  return {
    kind,
    columns: all.map(({ name }) => name),
    given: new Set(extras.length === 0 ? given : [...given, 'extra']),
    read,
  };
}

/** How a header cell is compared: ` Partner ID ` is `partner_id`. */
export function headerName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

const at = (kind: ImportKind, name: string): number => Object.keys(FEED_COLUMNS[kind]).indexOf(name);
const NAME = at('partners', 'name');
const NETWORK = at('conversions', 'network');
const STATUS = at('conversions', 'status');
const STATUS_RAW = at('conversions', 'status_raw');

/** What a row's cells say together. */
const COMPLETE: Partial<Record<ImportKind, (values: RowValues) => void>> = {
  partners: (values) => {
    values[NAME] ??= values[0] ?? null;
  },
  conversions: (values) => {
    const status = values[STATUS] ?? '';
    values[STATUS_RAW] ||= status;
    values[STATUS] = conversionStatus(values[NETWORK] ?? '', status);
  },
};

function extraOf(cells: readonly string[], extras: readonly { name: string; at: number }[]): string | null {
  const filled = extras.filter(({ at }) => (cells[at] ?? '') !== '');
  if (filled.length === 0) return null;
  return JSON.stringify(Object.fromEntries(filled.map(({ name, at }) => [name, cells[at]])));
}

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text);
}
