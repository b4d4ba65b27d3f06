import { Argument, Command } from 'commander';
import { takeTurn } from '../../../db/queries/connectors/take-turn.ts';
import { CONNECTABLE_SYSTEMS } from '../../connectors/connectable/read.ts';
import type { ConnectableSystem } from '../../domain/connections/connectable-system.ts';
import type { Connection } from '../../domain/connections/connection.ts';
import { Refusal } from '../../domain/errors.ts';
import { syncNow } from '../../intake/sync/sync-now.ts';
import { syncStreams } from '../../intake/sync/sync-streams.ts';
import type { CommandContext, OpenDatabase } from '../context.ts';
import { printJson, printLine, printNote } from '../print.ts';
import { printChecks, printConnections } from '../print-connections.ts';
import { withDatabase } from '../with-database.ts';

const NAMES = CONNECTABLE_SYSTEMS.map(({ name }) => name);

export function connectCommand(context: CommandContext): Command {
  return new Command('connect')
    .description(
      'check the credentials of a network or shop and say what works; without a name, what can be connected and how',
    )
    .addArgument(new Argument('[system]', 'which').choices(NAMES))
    .option('--sync', 'then read everything that changed since the last reading')
    .option(
      '--json',
      'print {system, operations[{name, ok, claim, message}], limitations[]}; with --sync also readings[]',
    )
    .action(async (name: string | undefined, options: { sync?: true; json?: true }) => {
      if (name === undefined) {
        list(context, options.json === true);
        return;
      }
      const credentials = credentialsOf(context.config.connections, name);
      await withDatabase(context, (database) =>
        connect(context, database, { ...options, name, credentials }),
      );
    });
}

function list({ config }: CommandContext, isJson: boolean): void {
  const titles = new Map(CONNECTABLE_SYSTEMS.map(({ name, title }) => [name, title]));
  if (isJson) {
    printJson({
      systems: config.connections.map(({ system, state, variables }) => ({
        system,
        title: titles.get(system),
        state,
        variables: variables.map(({ name, isRequired, isSecret }) => ({
          name,
          required: isRequired,
          secret: isSecret,
        })),
      })),
    });
  } else printConnections(config.connections, titles);
}

async function connect(
  context: CommandContext,
  { pools }: OpenDatabase,
  {
    name,
    credentials,
    ...options
  }: {
    readonly name: string;
    readonly credentials: unknown;
    readonly sync?: true;
    readonly json?: true;
  },
): Promise<void> {
  const { config, stopping, log, now } = context;
  const system = CONNECTABLE_SYSTEMS.find((each) => each.name === name) as ConnectableSystem;
  const turn = takeTurn.bind(null, pools.app);
  const operations = await system.check(credentials, stopping, turn);
  const { limitations, title } = system;
  if (!options.json) printChecks(title, operations, limitations);
  const readings = options.sync
    ? await syncNow(
        {
          pool: pools.app,
          streams: syncStreams(
            [system],
            config.connections.filter((each) => each.system === name),
            turn,
          ),
          log,
          worker: `connect/${process.pid}`,
          duplicateTextCharacters: context.policy.vetting.duplicateTextCharacters,
          now,
        },
        stopping,
        (result) =>
          printNote(
            `${result.stream}: ${result.rows} records, ${result.changed} new or changed, ${result.setAside} set aside.`,
          ),
      )
    : [];
  if (options.json) {
    printJson({ system: name, operations, limitations, ...(options.sync ? { readings } : {}) });
  } else {
    for (const reading of readings) {
      for (const gap of reading.gaps) printLine(`${reading.stream}: ${gap}`);
      if (reading.state === 'failed') printLine(`${reading.stream}: ${reading.problem}`);
    }
  }
  const isWell = operations.every(({ ok }) => ok) && readings.every(({ state }) => state === 'read');
  if (!isWell) process.exitCode = 1;
}

/** @throws {Refusal} `input_invalid` naming the variables that are missing, or the one that is wrong. */
function credentialsOf(connections: readonly Connection[], name: string): unknown {
  const connection = connections.find(({ system }) => system === name);
  if (connection?.state === 'ready') return connection.credentials;
  if (connection?.state === 'wrong') throw new Refusal('input_invalid', connection.problem);
  const missing =
    connection?.state === 'incomplete'
      ? connection.missing
      : (connection?.variables ?? []).filter(({ isRequired }) => isRequired).map((each) => each.name);
  throw new Refusal('input_invalid', `${name} is not set up: set ${missing.join(', ')} in the environment.`, {
    system: name,
  });
}
