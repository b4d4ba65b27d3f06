import { Command } from 'commander';
import { auditCommand } from './commands/audit.ts';
import { benchCommand } from './commands/bench.ts';
import { codesCommand } from './commands/codes.ts';
import { connectCommand } from './commands/connect.ts';
import { databaseUrlCommand } from './commands/database-url.ts';
import { demoCommand } from './commands/demo.ts';
import { evalCommand } from './commands/eval.ts';
import { exportCommand } from './commands/export.ts';
import { fraudCommand } from './commands/fraud.ts';
import { importCommand } from './commands/import.ts';
import { loginLinkCommand } from './commands/login-link.ts';
import { migrateCommand } from './commands/migrate.ts';
import { pageCommand } from './commands/page.ts';
import { pauseCommand, resumeCommand } from './commands/pause.ts';
import { proposalCommand } from './commands/proposal.ts';
import { proposalsCommand } from './commands/proposals.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { runCommand } from './commands/run.ts';
import { runsCommand } from './commands/runs.ts';
import { serveCommand } from './commands/serve.ts';
import { startCommand } from './commands/start.ts';
import { tokenCommand } from './commands/token.ts';
import { triageCommand } from './commands/triage.ts';
import { vetCommand } from './commands/vet.ts';
import { workCommand } from './commands/work.ts';
import type { CommandContext } from './context.ts';

/** Every command. A command stands here once it works, and not before. */
export function createProgram(context: CommandContext): Command {
  const program = new Command('marginkeeper')
    .description(
      'Marginkeeper, an autonomous affiliate manager for retailers: agents do the volume work, a person decides.',
    )
    .showHelpAfterError('Run `npx marginkeeper --help` to see what there is.')
    .showSuggestionAfterError(true);
  for (const command of [
    startCommand(context),
    serveCommand(context),
    workCommand(context),
    migrateCommand(context),
    demoCommand(context),
    importCommand(context),
    exportCommand(context),
    fraudCommand(context),
    reconcileCommand(context),
    vetCommand(context),
    codesCommand(context),
    connectCommand(context),
    triageCommand(context),
    pageCommand(context),
    runCommand(context),
    runsCommand(context),
    proposalsCommand(context),
    proposalCommand(context),
    auditCommand(context),
    pauseCommand(context),
    resumeCommand(context),
    tokenCommand(context),
    loginLinkCommand(context),
    databaseUrlCommand(context),
    evalCommand(),
    benchCommand(),
  ]) {
    program.addCommand(exitByThrowing(command));
  }
  return exitByThrowing(program);
}

/** Commander exits by itself otherwise, and with 1 where wrong usage is 2. */
function exitByThrowing(command: Command): Command {
  command.exitOverride();
  for (const child of command.commands) exitByThrowing(child);
  return command;
}
