import { Argument, Command } from 'commander';
import { findProposal } from '../../../db/queries/proposals/find-proposal.ts';
import { correctableNetworks } from '../../domain/connections/correctable-networks.ts';
import { Refusal } from '../../domain/errors.ts';
import type { ProposalView } from '../../domain/proposals/proposal-view.ts';
import { decide } from '../../gate/decide.ts';
import { Resolution, resolve } from '../../gate/resolve.ts';
import { actingPerson } from '../acting-person.ts';
import type { CommandContext, OpenDatabase } from '../context.ts';
import { printJson, printLine } from '../print.ts';
import { printProposal } from '../print-proposal.ts';
import { withDatabase } from '../with-database.ts';

interface Options {
  readonly hash?: string;
  readonly comment?: string;
  readonly json?: true;
}

export function proposalCommand(context: CommandContext): Command {
  const proposal = new Command('proposal').description('one proposal: look at it, decide it');
  proposal
    .command('show')
    .argument('<id>')
    .description('what will happen, why, and what it is worth')
    .option('--json', 'print the proposal')
    .action((id: string, options: Options) =>
      withDatabase(context, async (database) => {
        const found = await readProposal(database, id);
        if (options.json) printJson(found);
        else printProposal(found);
      }),
    );
  for (const [name, decision, says] of [
    ['approve', 'approve', 'let it happen'],
    ['reject', 'reject', 'do not let it happen'],
    ['revise', 'respond', 'send it back with a comment; a revised one follows'],
  ] as const) {
    proposal
      .command(name)
      .argument('<id>')
      .description(`${says}; needs MARGINKEEPER_TOKEN`)
      .option('--hash <shownHash>', 'what you looked at; refused when it has changed since')
      .option(name === 'revise' ? '--comment <text>' : '-m, --comment <text>', 'why')
      .option('--json', 'print the outcome')
      .action((id: string, options: Options) =>
        withDatabase(context, async (database) => {
          const by = await actingPerson(context, database);
          const shown = await readProposal(database, id);
          const outcome = await decide(
            database.pools.app,
            {
              proposalId: id,
              decision,
              shownHash: options.hash ?? shown.shownHash,
              ...(options.comment === undefined ? {} : { comment: options.comment }),
            },
            by,
            {
              now: context.now(),
              policy: context.policy,
              smtp: context.config.mail.smtp !== null,
              networks: correctableNetworks(context.config.connections),
            },
          );
          if (options.json) printJson(outcome);
          else printLine(`${shown.title}: ${outcome.status}.`);
        }),
      );
  }
  proposal
    .command('resolve')
    .argument('<id>')
    .addArgument(
      new Argument('<what>', 'it arrived, send it again, or give it up').choices(Resolution.options),
    )
    .description('say what became of a delivery whose answer was lost or refused; needs MARGINKEEPER_TOKEN')
    .requiredOption('-m, --comment <text>', 'what you saw on the other side')
    .option('--json', 'print {status}')
    .action((id: string, what: Resolution, options: Options & { comment: string }) =>
      withDatabase(context, async (database) => {
        const status = await resolve(
          database.pools.app,
          { proposalId: id, resolution: what, comment: options.comment },
          await actingPerson(context, database),
          { now: context.now(), policy: context.policy },
        );
        if (options.json) printJson({ status });
        else printLine(`It is ${status}.`);
      }),
    );
  return proposal;
}

async function readProposal({ pools }: OpenDatabase, id: string): Promise<ProposalView> {
  const found = await findProposal(pools.app, id);
  if (!found)
    throw new Refusal(
      'proposal_unknown',
      `There is no proposal ${id}; \`marginkeeper proposals\` lists them.`,
      { id },
    );
  return found;
}
