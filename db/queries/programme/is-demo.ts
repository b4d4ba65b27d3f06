import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const Row = z.object({ is_demo: z.boolean() });

/** Whether this is the demo programme, of which nothing may reach a real system. */
export async function isDemo(db: Queryable): Promise<boolean> {
  const { rows } = await db.query('select coalesce((select is_demo from programme), false) as is_demo');
  return Row.parse(rows[0]).is_demo;
}
