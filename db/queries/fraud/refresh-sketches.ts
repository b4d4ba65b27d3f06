import type pg from 'pg';
import type { Queryable } from '../../client.ts';
import { inTransaction } from '../../transaction.ts';
import { type Coverage, readCoverage, storeCoverage, storedCoverage } from './coverage.ts';
import { markNewlyCovered } from './mark-newly-covered.ts';
import { recount } from './recount-sketches.ts';
import { resolveTouched } from './resolve-touched.ts';
import { takeDirtyDays } from './take-dirty-days.ts';
import { takeRefreshLock } from './take-refresh-lock.ts';
import { storedCells, waitingWork } from './waiting-work.ts';
import { rewriteDays } from './write-sketches.ts';

const PARTNER_DAYS_PER_TRANSACTION = 20_000;
/** From this part of the stored sketches on, reading every table once is quicker than looking days up. */
const RECOUNT_SHARE = 0.25;
/** So few are looked up whatever the size of the programme. */
const MARKS_FEW = 2_000;

export interface RefreshSettings {
  /** Hears a sentence about what takes a moment. */
  readonly log?: (sentence: string) => void;
  /** Part of the stored sketches, from 0, at which everything is counted again; Infinity never does. */
  readonly recountShare?: number;
  /** A transaction takes no more partner-days than this; >= 1. */
  readonly partnerDaysMax?: number;
}

export interface Refreshed {
  /** Partner-days computed again; `null` when it was all of them. */
  readonly partnerDays: number | null;
}

/**
 * Makes the fraud sketches agree with the rows: takes what was marked since the last call and computes it again.
 *
 * Marks are removed and sketches written in one transaction, so a call that is killed leaves its work to the next.
 * Any number may call while others import: refreshes wait for one another, importers never do. It returns when
 * nothing is marked any more.
 */
export async function refreshSketches(pool: pg.Pool, settings: RefreshSettings = {}): Promise<Refreshed> {
  let partnerDays = 0;
  for (;;) {
    const taken = await inTransaction(pool, async (transaction) => {
      await takeRefreshLock(transaction);
      return refreshOnce(pool, transaction, settings);
    });
    if (taken === null) return { partnerDays: null };
    partnerDays += taken;
    if (taken === 0) return { partnerDays };
  }
}

/** @returns partner-days computed again; `null` when it was all of them; 0 when nothing was marked. */
async function refreshOnce(
  pool: pg.Pool,
  transaction: Queryable,
  settings: RefreshSettings,
): Promise<number | null> {
  const { recountShare = RECOUNT_SHARE, partnerDaysMax = PARTNER_DAYS_PER_TRANSACTION, log } = settings;
  const before = await storedCoverage(transaction);
  const after = await readCoverage(transaction);
  const work = await waitingWork(transaction);
  const marks = work.partner_days + work.touched;
  if (
    before === null ||
    work.everything ||
    !hasGrown(before, after) ||
    (marks > MARKS_FEW && marks > recountShare * (await storedCells(transaction)))
  ) {
    log?.('Counting all clicks and conversions.');
    await recount(pool, transaction);
    return null;
  }
  if (work.touched > 0) await resolveTouched(transaction);
  if (before.since !== after.since || before.until !== after.until) {
    await markNewlyCovered(transaction, before, after);
    await storeCoverage(transaction, after);
  }
  await takeRefreshLock(transaction, 'clicks');
  const taken = await takeDirtyDays(transaction, partnerDaysMax);
  if (taken > 0) {
    log?.(`Counting ${taken} partner-days again.`);
    await rewriteDays(transaction, after);
  }
  return taken;
}

/** A span that lost events, or had none, says nothing about which partner-days it changed. */
function hasGrown(before: Coverage, after: Coverage): boolean {
  if (before.since === null || before.until === null) return after.since === null;
  return (
    after.since !== null && after.until !== null && after.since <= before.since && after.until >= before.until
  );
}
