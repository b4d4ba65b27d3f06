import { acquireServer } from '../../db/embedded/acquire-server.ts';
import { migrate } from '../../db/migrate.ts';
import { createPools } from '../../db/pool.ts';
import { preflight } from '../../db/preflight.ts';
import type { OpenDatabase } from '../cli/context.ts';
import type { Config } from '../config.ts';
import type { Logger } from '../logger.ts';

export interface DatabaseUse {
  /** How the embedded server is let go: see `acquireServer`. */
  readonly use: 'command' | 'service' | 'leave-running';
  /** Connections each pool may hold. */
  readonly connectionsMax: number;
}

/**
 * The embedded server, started or adopted, or the one that `DATABASE_URL` names; looked over and migrated.
 *
 * @throws {Refusal} with what is missing and what to do.
 */
export async function openDatabase(config: Config, log: Logger, options: DatabaseUse): Promise<OpenDatabase> {
  const server =
    config.database.url === null
      ? await acquireServer({
          dataFolder: config.dataFolder,
          use: options.use,
          log: (sentence) => log.info(sentence),
        })
      : null;
  const url = server?.url ?? config.database.url ?? '';
  try {
    const found = await preflight(url);
    // The embedded server never has `vector`; saying so at every command would teach people to skip warnings.
    if (server === null) for (const warning of found.warnings) log.warn(warning);
    await migrate(url, { log: (sentence) => log.info(sentence) });

    const pools = createPools(url, {
      max: options.connectionsMax,
      agentRole: found.agentRole,
      onConnectionLost: (error) => log.warn({ reason: error.message }, 'a database connection was lost'),
    });
    return {
      url,
      pools,
      warnings: found.warnings,
      close: async () => {
        await pools.end();
        await server?.release();
      },
    };
  } catch (error) {
    await server?.release();
    throw error;
  }
}
