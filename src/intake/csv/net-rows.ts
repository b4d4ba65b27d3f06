import { amountCell } from '../../domain/feeds/cells/amount-cell.ts';
import { formatMicros } from '../../domain/money/micros.ts';
import { AMOUNT_AT, COMMISSION_AT, fileCells, STATUS_AT } from '../../domain/networks/file-cells.ts';
import type { NetworkFile } from '../../domain/networks/network-file.ts';
import type { FileRecord } from './file-record.ts';
import { type NetworkRecord, rowOf } from './network-record.ts';

/** One sum on the way. */
interface Net {
  readonly first: Pick<NetworkRecord, 'line' | 'raw'>;
  /** Of the original; null until it is read. */
  cells: string[] | null;
  amount: bigint;
  commission: bigint;
  records: number;
}

const PIECE = 1_000;

/**
 * The rows of a network that corrects by further records: one row for all records of an action, with their sum. The
 * sums are kept in memory until the file is read. Corrections without their original are no row: what they correct
 * is unknown.
 */
export async function* netRows(
  file: NetworkFile,
  netOf: NonNullable<NetworkFile['netOf']>,
  pieces: AsyncGenerator<readonly NetworkRecord[]>,
): AsyncGenerator<readonly FileRecord[]> {
  const nets = new Map<string, Net>();
  for await (const piece of pieces) {
    const bad: FileRecord[] = [];
    for (const record of piece) {
      const problem = record.problem ?? add(nets, file, netOf, record);
      if (problem !== null) bad.push(rowOf(record, { problem }));
    }
    yield bad;
  }
  let rows: FileRecord[] = [];
  for (const net of nets.values()) {
    rows.push(rowOf(net.first, net.cells === null ? { problem: ORPHAN } : { cells: summed(net, net.cells) }));
    if (rows.length >= PIECE) {
      yield rows;
      rows = [];
    }
  }
  yield rows;
}

const ORPHAN = 'It corrects a transaction that is not in this file.';

/** Adds a record to its sum; a sentence when it cannot be. */
function add(
  nets: Map<string, Net>,
  file: NetworkFile,
  netOf: NonNullable<NetworkFile['netOf']>,
  record: NetworkRecord,
): string | null {
  const row = fileCells(file, record.value);
  if ('problem' in row) return row.problem;
  const part = netOf(record.value);
  if (part === null) return 'It does not say which transaction it belongs to.';
  const amount = micros(row.cells[AMOUNT_AT]);
  const commission = micros(row.cells[COMMISSION_AT]);
  if (amount === null || commission === null) return `Its amounts must be ${amountCell.expects}.`;
  const { line, raw } = record;
  const net = nets.get(part.id) ?? {
    first: { line, raw },
    cells: null,
    amount: 0n,
    commission: 0n,
    records: 0,
  };
  nets.set(part.id, net);
  if (part.isOriginal) {
    if (net.cells !== null) return `Line ${net.first.line} has the original of the same transaction.`;
    net.cells = row.cells;
  }
  net.amount += amount;
  net.commission += commission;
  net.records += 1;
  return null;
}

function summed({ amount, commission, records }: Net, original: readonly string[]): string[] {
  const cells = [...original];
  cells[AMOUNT_AT] = formatMicros(amount);
  cells[COMMISSION_AT] = formatMicros(commission);
  if (records > 1 && amount === 0n && commission === 0n) cells[STATUS_AT] = 'reversed';
  return cells;
}

function micros(text: string | undefined): bigint | null {
  const read = amountCell.read(text ?? '');
  return read === null || read === '' ? null : BigInt(read);
}
