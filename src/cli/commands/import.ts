import { Argument, Command, Option } from 'commander';
import { ensureProgramme } from '../../../db/queries/programme/ensure-programme.ts';
import {
  IMPORT_FORMATS,
  IMPORT_KINDS,
  type ImportFormat,
  type ImportKind,
} from '../../domain/feeds/kinds.ts';
import { importFile } from '../../intake/csv/import-file.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printLine, printNote } from '../print.ts';
import { startProgress } from '../progress.ts';
import { withDatabase } from '../with-database.ts';

export function importCommand(context: CommandContext): Command {
  return new Command('import')
    .description(
      'load files; the same file twice adds nothing, and bad rows go to a rejects file with line and reason',
    )
    .addArgument(new Argument('<kind>', 'what the rows are').choices(IMPORT_KINDS))
    .argument('<file...>', 'CSV (or .gz of it); JSON where the format is JSON')
    .addOption(new Option('--format <format>', 'whose format').choices(IMPORT_FORMATS).default('generic'))
    .option(
      '--json',
      'print one line a file: {kind, rows, inserted, updated, unchanged, rejected, rejectsFile}',
    )
    .action((kind: ImportKind, files: string[], options: { format: ImportFormat; json?: true }) =>
      withDatabase(context, async ({ pools }) => {
        for (const file of files) {
          const progress = startProgress(`${kind} ${file}`);
          const result = await importFile(
            {
              pool: pools.app,
              dataFolder: context.config.dataFolder,
              signal: context.stopping,
              onProgress: ({ bytes, totalBytes, rows }) => progress.update(bytes, totalBytes, `${rows} rows`),
            },
            { kind, path: file, format: options.format },
          ).finally(() => progress.end());
          if (options.json) printJson(result);
          else
            printLine(
              `${file}: ${result.rows} rows, ${result.inserted} new, ${result.updated} changed, ${result.unchanged} unchanged, ${result.rejected} rejected.`,
            );
          for (const note of result.notes) printNote(note);
          if (result.rejectsFile !== null)
            printNote(`Rejected rows, each with its line and reason: ${result.rejectsFile}`);
        }
        await ensureProgramme(pools.app, context.config.programme);
      }),
    );
}
