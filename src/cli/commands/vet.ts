import { Command } from 'commander';
import {
  type ApplicationReject,
  type ReadApplication,
  readApplication,
} from '../../domain/vetting/read-application.ts';
import { vetBatch } from '../../domain/vetting/vet-batch.ts';
import type { Vetting } from '../../domain/vetting/vetting-result.ts';
import { type FileElement, readApplicationsFile } from '../../intake/vetting/read-applications-file.ts';
import type { CommandContext } from '../context.ts';
import { printJson } from '../print.ts';
import { printVetting } from '../print-vetting.ts';
import { startProgress } from '../progress.ts';

/** Applications between two looks at the clock and the stop signal. */
const PROGRESS_EVERY = 20;

export function vetCommand(context: CommandContext): Command {
  return new Command('vet')
    .description('vet applications of influencers and sites; needs no database')
    .argument('<applications.json>', 'an array of applications')
    .option(
      '--json',
      'print a line each: {id, decision, score, engagementRate, denominator, benchmark, flags[], reasons[]}',
    )
    .action(async (file: string, options: { json?: true }) => {
      const policy = context.policy.vetting;
      const elements = await readApplicationsFile(file, policy.applicationsPerFile);
      const read = elements.map(applicationOf);
      const vettings = vetBatch(
        read.filter((element) => 'application' in element),
        { policy, now: context.now() },
      );
      const progress = startProgress('vetting');
      const done: (Vetting | ApplicationReject)[] = [];
      for (const [at, element] of read.entries()) {
        if (context.stopping.aborted) break;
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

function applicationOf(element: FileElement): ReadApplication | ApplicationReject {
  if ('value' in element) return readApplication(element.value);
  return {
    id: null,
    error: { code: 'application_unreadable', message: `The line is no JSON: ${element.problem}.` },
  };
}
