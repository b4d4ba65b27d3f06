import { createWriteStream } from 'node:fs';
import { Argument, Command } from 'commander';
import { IMPORT_KINDS, type ImportKind } from '../../domain/feeds/kinds.ts';
import { exportKind } from '../../intake/csv/export-kind.ts';
import type { CommandContext } from '../context.ts';
import { printNote } from '../print.ts';
import { withDatabase } from '../with-database.ts';

export function exportCommand(context: CommandContext): Command {
  return new Command('export')
    .description('the same formats back, as CSV')
    .addArgument(new Argument('<kind>', 'what to export').choices(IMPORT_KINDS))
    .option('--out <file>', 'where to write; stdout when absent')
    .action((kind: ImportKind, options: { out?: string }) =>
      withDatabase(context, async ({ pools }) => {
        const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
        const rows = await exportKind({ pool: pools.app }, kind, out);
        if (options.out !== undefined) printNote(`${rows} rows written to ${options.out}.`);
      }),
    );
}
