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

/** Rows under quiet headings; numbers to the right; scrolls sideways by itself on a narrow screen. */
export function DataTable<Row>({ rows, columns, rowKey }: Props<Row>) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line text-left text-xs text-quiet">
            {columns.map(({ heading, isNumber }) => (
              <th
                key={heading}
                scope="col"
                className={`py-1.5 pr-4 font-normal whitespace-nowrap ${isNumber ? 'text-right' : ''}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line align-baseline hover:bg-panel">
              {columns.map(({ heading, isNumber, cell }) => (
                <td key={heading} className={`py-1.5 pr-4 ${isNumber ? 'text-right whitespace-nowrap' : ''}`}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
