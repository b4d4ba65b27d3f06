import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Command } from 'commander';
import type { Queryable } from '../../../db/client.ts';
import { IMPORT_KINDS, type ImportKind } from '../../domain/feeds/kinds.ts';
import { exportKind } from '../../intake/csv/export-kind.ts';
import { leakageCsv } from '../../reports/leakage/leakage-csv.ts';
import { leakageItems } from '../../reports/leakage/leakage-items.ts';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';
import { withDatabase } from '../with-database.ts';

/** A table of the newest reconciliation; no import reads it. */
const LEAKAGE = 'leakage';
const LEAKAGE_MAX = 100_000;

export function exportCommand(context: CommandContext): Command {
  return new Command('export')
    .description('the same formats back, as CSV; or `leakage`, what came back after the lock by partner')
    .addArgument(new Argument('<kind>', 'what to export').choices([...IMPORT_KINDS, LEAKAGE]))
    .option('--out <file>', 'where to write; stdout when absent')
    .action((kind: ImportKind | typeof LEAKAGE, options: { out?: string }) =>
      withDatabase(context, async ({ pools }) => {
        const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
        const rows =
          kind === LEAKAGE
            ? await writeLeakage(pools.app, out)
            : await exportKind({ pool: pools.app }, kind, out);
        if (options.out !== undefined) printNote(`${rows} rows written to ${options.out}.`);
      }),
    );
}

async function writeLeakage(db: Queryable, out: Writable): Promise<number> {
  const items = await leakageItems(db, { limit: LEAKAGE_MAX });
  await pipeline([leakageCsv(items)], out, { end: out !== process.stdout });
  return items.length;
}
