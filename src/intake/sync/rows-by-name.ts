/** Rows by name as rows by place; the columns are those that any of them has, so that what none says stays as it is. */
export function rowsByName<Row extends object>(
  rows: readonly Row[],
): { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const textOf = (row: Row, name: string): string =>
    (row as Readonly<Record<string, string | null | undefined>>)[name] ?? '';
  return { header, rows: rows.map((row) => header.map((name) => textOf(row, name))) };
}
