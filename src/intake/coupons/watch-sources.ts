import type pg from 'pg';
import { claimDueSources } from '../../../db/queries/coupons/claim-due-sources.ts';
import { listTableCodes } from '../../../db/queries/coupons/list-table-codes.ts';
import { recordCheck } from '../../../db/queries/coupons/record-check.ts';
import type { DueSource } from '../../../db/queries/coupons/source-row.ts';
import { storeSightings } from '../../../db/queries/coupons/store-sightings.ts';
import { putCapture } from '../../../db/queries/web/put-capture.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { type CodeIndex, indexCodes } from '../../domain/coupons/code-index.ts';
import type { LeakPolicy } from '../../domain/leaks/leak-policy.ts';
import type { CodeJudge } from '../../domain/sightings/code-judge.ts';
import type { Capture } from '../../domain/web/capture.ts';
import type { WorkerLog } from '../../domain/worker-log.ts';
import { readSightings } from './read-sightings.ts';
import { supersedeClosed } from './supersede-closed.ts';

export interface WatchDeps {
  /** Under the app's role. */
  readonly app: pg.Pool;
  /** Reads the page of a source, or says in the capture why it cannot. */
  fetchPage(source: DueSource): Promise<Capture>;
  readonly policy: LeakPolicy;
  /** Weighs what is a voucher code; null: rules decide alone. */
  readonly judge: CodeJudge | null;
  readonly log: WorkerLog;
  now(): Date;
}

export interface Watched {
  readonly sources: number;
  readonly failed: number;
  readonly sightings: number;
  readonly gone: number;
}

/** Pages read at the same time; each site's own pace is the reader's. */
const AT_ONCE = 4;
/** The page answered that it is no more: what stood on it is gone. */
const GONE: readonly (number | null)[] = [404, 410];

/** Looks at every source that is due, and writes down which codes of ours it shows and no longer shows. One that fails stops no other. */
export async function watchSources(deps: WatchDeps): Promise<Watched> {
  const { app, policy, now } = deps;
  const due = await claimDueSources(app, {
    now: now(),
    limit: policy.sourcesPerRun,
    jitterShare: policy.jitterShare,
  });
  const sum = { sources: due.length, failed: 0, sightings: 0, gone: 0 };
  if (due.length === 0) return sum;
  const index = indexCodes(await listTableCodes(app));
  const waiting = [...due];
  const work = async (): Promise<void> => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const seen = await lookAt(source, index, deps);
      sum.failed += seen === null ? 1 : 0;
      sum.sightings += seen?.seen ?? 0;
      sum.gone += seen?.gone ?? 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sum;
}

/** @returns null when the page could not be read. */
async function lookAt(
  source: DueSource,
  index: CodeIndex,
  { app, fetchPage, policy, log, judge }: WatchDeps,
): Promise<{ seen: number; gone: number } | null> {
  const capture = await fetchPage(source);
  await putCapture(app, capture);
  const { error, sha256, fetchedAt: at, status } = capture;
  const isGone = GONE.includes(status);
  if (error !== null && !isGone) {
    log.warn({ source: source.url, code: error.code }, `a coupon source could not be read: ${error.message}`);
    await recordCheck(app, source.source_id, { at, sha256: null, error });
    return null;
  }
  const sightings = isGone ? [] : readSightings(capture, index, { codesMax: policy.codesPerPage, judge });
  return inTransaction(app, async (transaction) => {
    const page = {
      sourceId: source.source_id,
      pageUrl: capture.finalUrl,
      publisher: source.publisher,
      sha256,
      at,
      isPartial: capture.isPartial,
    };
    const stored = await storeSightings(transaction, page, sightings);
    await recordCheck(transaction, source.source_id, { at, sha256, error });
    await supersedeClosed(transaction, { caseIds: stored.closedCaseIds, at });
    return stored;
  });
}
