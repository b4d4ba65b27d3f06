import connectPgSimple from 'connect-pg-simple';
import session, { type SessionData } from 'express-session';
import type { Pool } from 'pg';
import { secretHash } from '../../domain/auth/secret.ts';
import type { Logger } from '../http-deps.ts';

const PgStore = connectPgSimple(session);

/** Sessions in PostgreSQL under the hash of their id: whoever reads the table cannot take one over. */
export class HashedSessionStore extends PgStore {
  constructor(pool: Pool, log: Logger) {
    super({
      pool,
      tableName: 'session',
      errorLog: (...reasons: unknown[]) => log.warn({ reasons }, 'sessions'),
    });
  }

  override get(sid: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    super.get(secretHash(sid), callback);
  }

  override set(sid: string, data: SessionData, callback?: (error?: unknown) => void): void {
    super.set(secretHash(sid), data, callback);
  }

  override destroy(sid: string, callback?: (error?: unknown) => void): void {
    super.destroy(secretHash(sid), callback);
  }

  override touch(sid: string, data: SessionData, callback?: () => void): void {
    super.touch(secretHash(sid), data, callback);
  }
}
