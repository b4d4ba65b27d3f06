import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Papa from 'papaparse';
import type pg from 'pg';
import { copyOut } from '../../../db/queries/export/copy-out.ts';
import { exportColumns } from '../../../db/queries/export/export-columns.ts';
import { copyCells } from '../../../db/queries/import/copy-text.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { escapeFormulas } from '../../domain/feeds/formula-text.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';
import { exportCell } from './export-cell.ts';

/**
 * Writes all rows of a kind as the CSV that `importFile` reads: the contract's columns, then unknown ones that came with
 * the rows. Importing it into an empty database and exporting again gives the same file.
 *
 * Numbers stay numbers; text that a spreadsheet might run gets an apostrophe in front. One moment's view of the table,
 * in memory that does not grow with it.
 *
 * @returns how many rows.
 */
export async function exportKind(
  { pool }: { readonly pool: pg.Pool },
  kind: ImportKind,
  out: Writable,
): Promise<number> {
  return inTransaction(
    pool,
    async (transaction) => {
      // A slow reader may take its time.
      await transaction.query('set local statement_timeout = 0');
      await transaction.query(`set local time zone 'UTC'`);
      const chosen = await exportColumns(transaction, kind);
      const names = [...chosen.columns, ...chosen.extras];
      const cells = [
        ...chosen.columns.map((column) => exportCell(kind, column)),
        ...chosen.extras.map(() => escapeFormulas),
      ];
      let rows = 0;
      const toCsv = (lines: readonly string[]): string => {
        rows += lines.length;
        const table = lines.map((line) =>
          copyCells(line).map((value, index) => (value === null ? '' : (cells[index]?.(value) ?? ''))),
        );
        return lines.length === 0 ? '' : `${Papa.unparse(table, { newline: '\n' })}\n`;
      };
      const header = `${Papa.unparse([names.map(escapeFormulas)])}\n`;
      await pipeline(copyOut(transaction, kind, chosen), csvText(header, toCsv), out);
      return rows;
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

/** Cuts what arrives into whole lines and writes what `toCsv` makes of them. */
function csvText(header: string, toCsv: (lines: string[]) => string): Transform {
  let carried: Buffer = Buffer.alloc(0);
  let isStarted = false;
  const start = (): string => {
    const text = isStarted ? '' : header;
    isStarted = true;
    return text;
  };
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const data = carried.length === 0 ? chunk : Buffer.concat([carried, chunk]);
      const end = data.lastIndexOf(0x0a) + 1;
      carried = data.subarray(end);
      done(null, start() + toCsv(end === 0 ? [] : data.toString('utf8', 0, end - 1).split('\n')));
    },
    flush(done) {
      done(null, start());
    },
  });
}
