import type { Queryable } from '../../client.ts';

/** Locks an application until the caller's transaction ends: of two answers to it, the second sees the first. */
export async function lockApplication(db: Queryable, applicationId: string): Promise<void> {
  await db.query('select from application where application_id = $1 for update', [applicationId]);
}
