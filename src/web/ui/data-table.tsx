import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly heading: string;
  readonly isNumber?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
}

/**
 * Rows under headings that stay in sight; numbers to the right.
 *
 * On a narrow screen each row is a block: its first cell as a line of its own, the others running on below it, numbers
 * with their heading.
 */
export function DataTable<Row>({ rows, columns, rowKey }: Props<Row>) {
  return (
    <table className="w-full max-w-7xl border-collapse max-md:block">
      <thead className="max-md:sr-only">
        <tr className="text-left text-xs text-quiet">
          {columns.map(({ heading, isNumber }) => (
            <th
              key={heading}
              scope="col"
              className={`sticky top-0 border-b border-line bg-paper py-1.5 pr-6 font-normal whitespace-nowrap ${isNumber ? 'text-right' : ''}`}
            >
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block max-md:border-t max-md:border-line">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="border-b border-line align-baseline hover:bg-panel max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-3 max-md:py-2"
          >
            {columns.map(({ heading, isNumber, cell }) => (
              <td key={heading} data-heading={heading} className={isNumber ? NUMBER : TEXT}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const BLOCK =
  'max-md:py-0 max-md:pr-0 max-md:text-xs max-md:text-quiet max-md:empty:hidden max-md:first:basis-full max-md:first:text-base max-md:first:text-ink';
const TEXT = `py-1.5 pr-6 ${BLOCK}`;
const NUMBER = `py-1.5 pr-6 text-right whitespace-nowrap tabular-nums max-md:before:mr-1 max-md:before:lowercase max-md:before:content-[attr(data-heading)] ${BLOCK}`;
