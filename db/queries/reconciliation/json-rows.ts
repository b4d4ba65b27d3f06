import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';

/**
 * The rows of a query whose one column is JSON text, as the inside of a JSON array, piece by piece.
 *
 * @param text - our own query without parameters.
 */
export async function* jsonRows(client: pg.PoolClient, text: string): AsyncGenerator<Buffer> {
  // Control characters do not occur in JSON text, so that nothing of it is ever quoted or escaped.
  const rows = client.query(
    copyTo(`copy (${text}) to stdout (format csv, quote e'\\x01', delimiter e'\\x02')`),
  );
  let isBetweenRows = false;
  for await (const chunk of rows) {
    // Bytes as letters, so that a letter of many bytes may be cut anywhere.
    const piece = (chunk as Buffer).toString('latin1');
    const endsRow = piece.endsWith('\n');
    const inside = (endsRow ? piece.slice(0, -1) : piece).replaceAll('\n', ',\n');
    yield Buffer.from(`${isBetweenRows ? ',\n' : ''}${inside}`, 'latin1');
    isBetweenRows = endsRow;
  }
}
