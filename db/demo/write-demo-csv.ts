import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { DEMO_COLUMNS, type DemoKind, type DemoRows } from './rows.ts';

const ALL_KINDS = Object.keys(DEMO_COLUMNS) as readonly DemoKind[];

/** Writes the demo's rows as generic CSV files, `<directory>/<kind>.csv`; for tests and benches. */
export async function writeDemoCsv(
  directory: string,
  rows: DemoRows,
  kinds: readonly DemoKind[] = ALL_KINDS,
): Promise<void> {
  mkdirSync(directory, { recursive: true });
  for (const kind of kinds) {
    await pipeline(
      Readable.from(rows[kind]),
      stringify({ header: true, columns: [...DEMO_COLUMNS[kind]] }),
      createWriteStream(join(directory, `${kind}.csv`)),
    );
  }
}
