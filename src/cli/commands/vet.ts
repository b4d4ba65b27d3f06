import { dirname } from 'node:path';
import { Command } from 'commander';
import {
  type ApplicationReject,
  type ReadApplication,
  readApplication,
} from '../../domain/vetting/read-application.ts';
import type { TextReading } from '../../domain/vetting/text-reading.ts';
import { vetBatch } from '../../domain/vetting/vet-batch.ts';
import type { Vetting } from '../../domain/vetting/vetting-result.ts';
import { type BatchPictures, seeBatch } from '../../intake/vetting/images/see-batch.ts';
import { type FileElement, readApplicationsFile } from '../../intake/vetting/read-applications-file.ts';
import type { CommandContext } from '../context.ts';
import { printJson, printNote } from '../print.ts';
import { printVetting } from '../print-vetting.ts';
import { startProgress } from '../progress.ts';

/** Applications between two looks at the clock and the stop signal. */
const PROGRESS_EVERY = 20;
/** Applications whose words are read in one go; more take longer to stop. */
const READ_TOGETHER = 120;

export function vetCommand(context: CommandContext): Command {
  return new Command('vet')
    .description('vet applications of influencers and sites; needs no database')
    .argument('<applications.json>', 'an array of applications')
    .option(
      '--json',
      'print a line each: {id, decision, score, engagementRate, denominator, benchmark, flags[], reasons[]}',
    )
    .option('--board <path...>', 'the brand’s reference pictures: files or folders')
    .option('--fetch', 'fetch pictures that are addresses on the web, within robots.txt and each host’s pace')
    .action(async (file: string, options: VetOptions) => {
      const policy = context.policy.vetting;
      const elements = await readApplicationsFile(file, policy.applicationsPerFile);
      const read = elements.map(applicationOf);
      const readable = read.filter((element) => 'application' in element);
      const { pictures, looks } = await see(context, readable, file, options);
      const readings: TextReading[] = [];
      const vettings = vetBatch(readable, {
        policy,
        now: context.now(),
        pictures,
        looks,
        readings: (at) => readings[at],
      });
      const progress = startProgress('vetting');
      const done: (Vetting | ApplicationReject)[] = [];
      let vetted = 0;
      for (const [at, element] of read.entries()) {
        if (context.stopping.aborted) break;
        if ('application' in element && vetted++ === readings.length) {
          const next = readable.slice(readings.length, readings.length + READ_TOGETHER);
          readings.push(...(await context.services.readTexts(next.map(({ application }) => application))));
        }
        const vetting = 'application' in element ? vettings.next().value : element;
        if (vetting === undefined) break;
        if (options.json) printJson(vetting);
        else done.push(vetting);
        if (at % PROGRESS_EVERY === 0) {
          progress.update(at, read.length);
          await new Promise(setImmediate);
        }
      }
      progress.end();
      if (!options.json) printVetting(done);
      if (read.some((element) => 'error' in element) || context.stopping.aborted) process.exitCode = 1;
    });
}

interface VetOptions {
  readonly json?: true;
  readonly board?: string[];
  readonly fetch?: true;
}

/** Pictures are looked at before anything is vetted: only then can one be told from a copy of it. */
async function see(
  { policy: { vetting }, stopping, services }: CommandContext,
  readable: readonly ReadApplication[],
  file: string,
  options: VetOptions,
): Promise<BatchPictures> {
  const web = options.fetch || vetting.fetchPictures ? services.openWeb() : null;
  const progress = startProgress('looking at pictures');
  try {
    const seen = await seeBatch(readable, {
      brandBoard: options.board ?? vetting.brandBoard,
      folder: dirname(file),
      web,
      signal: stopping,
      onProgress: (done, total) => progress.update(done, total),
    });
    for (const sentence of seen.leftOut) printNote(`Left out of the brand board: ${sentence}`);
    return seen;
  } finally {
    progress.end();
    await web?.close();
  }
}

function applicationOf(element: FileElement): ReadApplication | ApplicationReject {
  if ('value' in element) return readApplication(element.value);
  return {
    id: null,
    error: { code: 'application_unreadable', message: `The line is no JSON: ${element.problem}.` },
  };
}
