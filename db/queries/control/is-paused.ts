import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ControlRow = z.object({ paused: z.boolean() });

/** Whether the kill switch is on: nothing may be executed or sent. */
export async function isPaused(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('select paused from control where control_id = 1');
  return ControlRow.parse(rows[0]).paused;
}
