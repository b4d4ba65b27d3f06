import { Argument, Command, Option } from 'commander';
import { ensureProgramme } from '../../../db/queries/programme/ensure-programme.ts';
import {
  IMPORT_FORMATS,
  IMPORT_KINDS,
  type ImportFormat,
  type ImportKind,
} from '../../domain/feeds/kinds.ts';
import {
  type ApplicationsImportResult,
  importApplications,
} from '../../intake/applications/import-applications.ts';
import { type ImportResult, importFile } from '../../intake/csv/import-file.ts';
import type { ImportRequest } from '../../intake/csv/read-batches.ts';
import { importMail, type MailImportResult } from '../../intake/mail/files/import-mail.ts';
import type { CommandContext, OpenDatabase } from '../context.ts';
import { printJson, printLine, printNote } from '../print.ts';
import { startProgress } from '../progress.ts';
import { withDatabase } from '../with-database.ts';

export function importCommand(context: CommandContext): Command {
  return new Command('import')
    .description(
      'load files; the same file twice adds nothing, and bad rows go to a rejects file with line and reason. fx_rates are dated rates between currencies: from_currency,to_currency,day,rate,source, where rate is how many of to_currency one of from_currency is worth',
    )
    .addArgument(
      new Argument('<kind>', 'what the rows are').choices([...IMPORT_KINDS, 'mail', 'applications']),
    )
    .argument(
      '<file...>',
      'CSV (or .gz of it); JSON where the format is JSON; mail: .eml, mbox, Maildir, folder; applications: JSON or CSV',
    )
    .addOption(new Option('--format <format>', 'whose format').choices(IMPORT_FORMATS).default('generic'))
    .option(
      '--json',
      'print one line a file: {kind, rows, inserted, updated, unchanged, rejected, rejectsFile}',
    )
    .action(
      (
        kind: ImportKind | 'mail' | 'applications',
        files: string[],
        options: { format: ImportFormat; json?: true },
      ) =>
        withDatabase(context, async (database) => {
          const { pools } = database;
          for (const file of files) {
            const result = await (kind === 'mail'
              ? loadMail(context, database, file)
              : kind === 'applications'
                ? loadApplications(context, database, file)
                : loadRows(context, database, { kind, path: file, format: options.format }));
            if (options.json) printJson(result);
            else
              printLine(
                `${file}: ${result.rows} rows, ${result.inserted} new, ${result.updated} changed, ${result.unchanged} unchanged, ${result.rejected} rejected.`,
              );
            for (const note of 'notes' in result ? result.notes : []) printNote(note);
            if (result.rejectsFile !== null)
              printNote(`Rejected rows, each with its line and reason: ${result.rejectsFile}`);
          }
          await ensureProgramme(pools.app, context.config.programme);
        }),
    );
}

function loadRows(
  { config, stopping }: CommandContext,
  { pools }: OpenDatabase,
  request: ImportRequest,
): Promise<ImportResult> {
  const progress = startProgress(`${request.kind} ${request.path}`);
  return importFile(
    {
      pool: pools.app,
      dataFolder: config.dataFolder,
      signal: stopping,
      onProgress: ({ bytes, totalBytes, rows }) => progress.update(bytes, totalBytes, `${rows} rows`),
    },
    request,
  ).finally(() => progress.end());
}

function loadMail(
  { config, stopping, now }: CommandContext,
  { pools }: OpenDatabase,
  path: string,
): Promise<MailImportResult> {
  const progress = startProgress(`mail ${path}`);
  return importMail(
    {
      db: pools.app,
      dataFolder: config.dataFolder,
      signal: stopping,
      now,
      // How many there are is known at the end.
      onProgress: (mails) => progress.update(mails, mails + 1, `${mails} mails`),
    },
    path,
  ).finally(() => progress.end());
}

function loadApplications(
  { config, stopping, now, policy }: CommandContext,
  { pools }: OpenDatabase,
  path: string,
): Promise<ApplicationsImportResult> {
  const progress = startProgress(`applications ${path}`);
  return importApplications(
    {
      db: pools.app,
      dataFolder: config.dataFolder,
      policy: policy.vetting,
      signal: stopping,
      now,
      onProgress: (done, total) => progress.update(done, total),
    },
    path,
  ).finally(() => progress.end());
}
