import { z } from 'zod';
import { RunStatus } from '../../../src/domain/runs/run.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ status: RunStatus });

/** Where a run stands; null when the id is unknown. */
export async function findRunStatus(db: Queryable, runId: string): Promise<RunStatus | null> {
  const { rows } = await db.query('select status from run where run_id = $1', [runId]);
  return rows[0] ? Row.parse(rows[0]).status : null;
}
