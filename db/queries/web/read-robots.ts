import { z } from 'zod';
import { KnownRobots } from '../../../src/domain/web/known-robots.ts';
import type { Queryable } from '../../client.ts';

const Row = z
  .object({ rule: KnownRobots.shape.rule, body: z.string(), reason: z.string(), read_at: z.date() })
  .transform(({ body, read_at, ...rest }): KnownRobots => ({ ...rest, text: body, readAt: read_at }));

/** A site's robots.txt as it was last read, or `null` when it never was. @param origin - such as https://x.com. */
export async function readRobots(db: Queryable, origin: string): Promise<KnownRobots | null> {
  const { rows } = await db.query('select rule, body, reason, read_at from web_robots where origin = $1', [
    origin,
  ]);
  return rows[0] ? Row.parse(rows[0]) : null;
}
