import { Refusal } from '../errors.ts';
import type { NetworkFile } from './network-file.ts';

/**
 * How the rows under this header become records of the JSON's shape; columns without a place keep their names.
 *
 * A CSV writes a field of a field in one word: `commissionAmount.amount`, `commissionAmount_amount` and
 * `Commission Amount` are one column.
 *
 * @throws {Refusal} `column_missing`, naming the network's column.
 */
export function csvRecord(
  { title, paths, required }: NetworkFile,
  header: readonly string[],
): (cells: readonly string[]) => Record<string, unknown> {
  const names = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''));
  const taken = new Map<number, readonly string[]>();
  for (const [path, aliases] of paths) {
    const at = aliases.map((alias) => names.indexOf(alias)).find((index) => index >= 0);
    if (at !== undefined) taken.set(at, path.split('.'));
    else if (required.includes(path)) {
      throw new Refusal(
        'column_missing',
        `${title}'s CSV needs the column ${path}; this one has ${header.join(', ')}.`.slice(0, 500),
        { column: path },
      );
    }
  }
  return (cells) => {
    const record: Record<string, unknown> = {};
    cells.forEach((cell, index) => {
      const [field = '', part] = taken.get(index) ?? [header[index]?.trim() ?? ''];
      if (cell === '' || field === '') return;
      if (part === undefined) record[field] = cell;
      else record[field] = { ...(record[field] as object | undefined), [part]: cell };
    });
    return record;
  };
}
