import type pg from 'pg';
import { actionsToCheck } from '../../db/queries/corrections/actions-to-check.ts';
import { putChecks } from '../../db/queries/corrections/put-checks.ts';
import { readRefusals } from '../../db/queries/corrections/read-refusals.ts';
import { rowsOfAction } from '../../db/queries/corrections/rows-of-action.ts';
import { correctionKey } from '../domain/networks/correction-key.ts';
import type { WorkerLog } from '../domain/worker-log.ts';
import type { CorrectionLooker } from './correction-looker.ts';
import { verdictsOf } from './verdicts-of.ts';

const ACTIONS_MAX = 20;
/** Networks take their time over what they accepted. */
const LOOK_AGAIN_MS = 10 * 60_000;
/** Some two days of looks. */
const LOOKS_MAX = 288;
const LOOK_SECONDS = 300;
const ODD = ['differs', 'missing', 'refused'];

export interface CheckContext {
  readonly pool: pg.Pool;
  readonly lookers: readonly CorrectionLooker[];
  readonly log: WorkerLog;
  now(): Date;
}

/**
 * Reads again what networks took, and writes down of each row whether it stands as approved. Writes nowhere but in our own
 * journal: what differs is for a person to see.
 *
 * @returns how many actions were looked at.
 */
export async function checkCorrections({ pool, lookers, log, now }: CheckContext): Promise<number> {
  const due = await actionsToCheck(pool, {
    targets: lookers.map(({ target }) => target),
    checkedBefore: new Date(now().getTime() - LOOK_AGAIN_MS),
    looksMax: LOOKS_MAX,
    limit: ACTIONS_MAX,
  });
  let looked = 0;
  for (const { action_id: actionId, target } of due) {
    const looker = lookers.find((one) => one.target === target);
    if (!looker) continue;
    try {
      const rows = await rowsOfAction(pool, actionId);
      const seen = await looker.look(rows, AbortSignal.timeout(LOOK_SECONDS * 1_000));
      const keys = rows.map(correctionKey);
      const refusals = await readRefusals(pool, actionId);
      const verdicts = verdictsOf(
        rows,
        seen,
        keys.map((key) => refusals.get(key)),
      );
      const checks = verdicts.map((verdict, index) => ({ correctionKey: keys[index] ?? '', ...verdict }));
      await putChecks(pool, { actionId, checks, at: now() });
      const odd = checks.filter(({ state }) => ODD.includes(state)).length;
      if (odd > 0) log.warn({ actionId, target, odd }, 'corrections do not stand as approved');
      looked += 1;
    } catch (error) {
      log.error({ actionId, target, err: error }, 'corrections could not be read again; it is tried later');
    }
  }
  return looked;
}
