import { Command } from 'commander';
import { shownTriage } from '../../domain/inbox/shown-triage.ts';
import { type MailItem, readMailFiles } from '../../intake/mail/files/read-mail-files.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printNote } from '../print.ts';
import { printTriages } from '../print-triages.ts';
import type { TriageLine } from '../triage-line.ts';

/** Mails that are understood at once: an engine is quicker with several. */
const MAILS_AT_ONCE = 16;

export function triageCommand(context: CommandContext): Command {
  return new Command('triage')
    .description(
      'say what mails want, how urgent they are and where they go; needs no database, sends nothing',
    )
    .argument('<file...>', '.eml, mbox, Maildir, or folders of those')
    .option('--json', 'print one line a mail: {file, messageId, language, intent, …}, or {file, error}')
    .action(async (files: string[], options: { json?: true }) => {
      const lines: TriageLine[] = [];
      let readable = 0;
      let unreadable = 0;
      for await (const line of triaged(context, files)) {
        if ('error' in line) unreadable += 1;
        else readable += 1;
        if (options.json) printJson(line);
        else lines.push(line);
      }
      if (!options.json) printTriages(lines);
      if (unreadable > 0) printNote(`${unreadable} of ${readable + unreadable} could not be read.`);
      // One bad mail among others is no failure; nothing readable at all is.
      if (readable === 0) process.exitCode = 1;
    });
}

/** A line for each mail, in the order of the files. */
async function* triaged(context: CommandContext, files: readonly string[]): AsyncGenerator<TriageLine> {
  let batch: MailItem[] = [];
  for await (const item of readMailFiles(files)) {
    if (context.stopping.aborted) return;
    batch.push(item);
    if (batch.length < MAILS_AT_ONCE) continue;
    yield* await linesOf(context, batch);
    batch = [];
  }
  yield* await linesOf(context, batch);
}

async function linesOf({ services }: CommandContext, items: readonly MailItem[]): Promise<TriageLine[]> {
  const mails = items.flatMap((item) => ('mail' in item ? [item.mail] : []));
  const triages = (await services.triage(mails)).values();
  return items.flatMap((item): TriageLine[] => {
    const where = { file: item.file, ...(item.position === null ? {} : { position: item.position }) };
    if ('unreadable' in item) return [{ ...where, error: item.unreadable }];
    const { value } = triages.next();
    return value ? [{ ...where, ...shownTriage(value) }] : [];
  });
}
