import { execFileSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { Refusal } from '../../src/domain/errors.ts';

/** The system user that the server runs as when that is not ourselves. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Who runs the server: `null` is ourselves. PostgreSQL refuses to run as root, so root hands it to the owner of
 * an existing cluster, and to `nobody` for a new one.
 *
 * @param clusterFolder - where the cluster is or will be; it need not exist yet.
 * @throws {Refusal} `database_right_missing` when root finds no user to hand it to.
 */
export async function serverAccount(clusterFolder: string): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(clusterFolder).catch(() => null);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  try {
    return { uid: idOfNobody('-u'), gid: idOfNobody('-g') };
  } catch (error) {
    throw new Refusal(
      'database_right_missing',
      'PostgreSQL does not run as root and this machine has no user "nobody": run as an ordinary user, or set DATABASE_URL.',
      { reason: error instanceof Error ? error.message : String(error) },
    );
  }
}

function idOfNobody(flag: '-u' | '-g'): number {
  return Number(
    execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );
}
