import type { ClaimedStream } from '../../../db/queries/connectors/claim-stream.ts';
import { dropSetAside } from '../../../db/queries/connectors/drop-set-aside.ts';
import { breakOffReading, endReading } from '../../../db/queries/connectors/end-reading.ts';
import { moveCursor } from '../../../db/queries/connectors/move-cursor.ts';
import { putSetAside } from '../../../db/queries/connectors/put-set-aside.ts';
import { Refusal } from '../../domain/errors.ts';
import { VETTING_POLICY_DEFAULTS } from '../../domain/vetting/vetting-policy.ts';
import { loadNetworkApplications } from './load-network-applications.ts';
import type { LoadedReading } from './load-read-rows.ts';
import { loadShopPage } from './load-shop-page.ts';
import { loadTransactions } from './load-transactions.ts';
import { readingOf } from './stream-rules.ts';
import type { SyncDeps } from './sync-deps.ts';
import type { SyncStream } from './sync-streams.ts';

/** How one reading ended. `lost`: another process has taken it over. */
export type ReadingResult = {
  readonly system: string;
  readonly stream: string;
  readonly rows: number;
  readonly changed: number;
  readonly setAside: number;
  readonly gaps: readonly string[];
} & (
  | { readonly state: 'read' | 'stopped' | 'lost' }
  | { readonly state: 'failed'; readonly problem: string }
);

/** A reader that is silent for so long has died. */
export const LEASE_SECONDS = 300;
const RENEW_MS = 60_000;
const FIRST_PAUSE_SECONDS = 60;
const LONGEST_PAUSE_SECONDS = 3_600;
const GAPS_MAX = 20;
const DUPLICATE_TEXT_CHARACTERS = VETTING_POLICY_DEFAULTS.duplicateTextCharacters;

/**
 * Reads a claimed stream as far as it goes: page by page, each loaded before the cursor moves, so that whoever is killed
 * in between loads the last page again, which changes nothing.
 *
 * A failure is written down as a sentence and tried again later, one minute after the first and up to an hour, or when
 * the system asked to; it never throws for what a system does.
 */
export async function readStream(
  { pool, log, worker, now, duplicateTextCharacters = DUPLICATE_TEXT_CHARACTERS }: SyncDeps,
  stream: SyncStream,
  claimed: ClaimedStream,
  signal: AbortSignal,
): Promise<ReadingResult> {
  const { system, stream: name, rule } = stream;
  const claim = { system, stream: name, worker };
  const { from, until } = readingOf(rule, claimed, now());
  const total = { rows: 0, changed: 0, setAside: 0 };
  const gaps: string[] = [];
  const result = () => ({ system, stream: name, ...total, gaps });
  const claimedUntil = () => new Date(now().getTime() + LEASE_SECONDS * 1_000);
  const renew = async (completeUntil: Date | null, loaded: LoadedReading | null): Promise<boolean> =>
    moveCursor(pool, claim, {
      completeUntil,
      readsUntil: rule.goes === 'whole' ? null : until,
      rowsRead: loaded?.rows ?? 0,
      rowsChanged: loaded?.changed ?? 0,
      claimedUntil: claimedUntil(),
    });
  const stillMine = setInterval(() => {
    renew(null, null).catch((error: unknown) =>
      log.warn({ err: error, ...claim }, 'a claim was not renewed'),
    );
  }, RENEW_MS);
  let complete: Date | null = null;
  try {
    for await (const page of pagesOf(stream, { from, until }, signal, duplicateTextCharacters)) {
      const loaded = await page.load(pool);
      await dropSetAside(pool, claim, loaded.keys);
      await putSetAside(pool, claim, loaded.setAside, now());
      total.rows += loaded.rows;
      total.changed += loaded.changed;
      total.setAside += loaded.setAside.length;
      gaps.push(...page.gaps.slice(0, GAPS_MAX - gaps.length));
      // What was read whole begins anew, so how far it came says nothing.
      complete = page.completeUntil ?? complete;
      const isMine = await renew(rule.goes === 'whole' ? null : page.completeUntil, loaded);
      if (!isMine) return { state: 'lost', ...result() };
    }
    const nextAt = new Date(Math.max(now().getTime(), until.getTime() + rule.everySeconds * 1_000));
    await endReading(pool, claim, { now: now(), nextAt, completeUntil: complete, gaps });
    return { state: 'read', ...result() };
  } catch (error) {
    if (signal.aborted) {
      await breakOffReading(pool, claim, { nextAt: now(), problem: null });
      return { state: 'stopped', ...result() };
    }
    const isRefusal = error instanceof Refusal;
    const problem = isRefusal ? error.sentence : 'It stopped on an error of this program; the log says more.';
    const why = isRefusal ? { code: error.code } : { err: error };
    log.warn(
      { ...why, ...claim, failures: claimed.failures + 1 },
      `${stream.title} could not be read: ${problem}`,
    );
    await breakOffReading(pool, claim, {
      nextAt: new Date(now().getTime() + pauseMs(claimed, error)),
      problem,
    });
    return { state: 'failed', problem, ...result() };
  } finally {
    clearInterval(stillMine);
  }
}

interface LoadablePage {
  readonly completeUntil: Date | null;
  readonly gaps: readonly string[];
  load(pool: SyncDeps['pool']): Promise<LoadedReading>;
}

async function* pagesOf(
  { source }: SyncStream,
  time: { readonly from: Date; readonly until: Date },
  signal: AbortSignal,
  duplicateTextCharacters: number,
): AsyncGenerator<LoadablePage> {
  if (source.reads === 'network') {
    const { reader, by } = source;
    for await (const page of reader.readTransactions({ ...time, by }, signal)) {
      yield { ...page, load: (pool) => loadTransactions(pool, reader.network, page) };
    }
  } else if (source.reads === 'applications') {
    const { feed } = source;
    for await (const page of feed.readApplications(time, signal)) {
      const load = (pool: SyncDeps['pool']) =>
        loadNetworkApplications(pool, feed.network, page, duplicateTextCharacters);
      yield { ...page, load };
    }
  } else {
    const { reader, stream } = source;
    for await (const page of reader.read(stream, time, signal)) {
      yield { ...page, load: (pool) => loadShopPage(pool, reader.shop, page) };
    }
  }
}

/** Doubling from a minute to an hour, or as long as the system asked for, if that is longer. */
function pauseMs({ failures }: ClaimedStream, error: unknown): number {
  const asked = error instanceof Refusal ? error.facts.retryAfterSeconds : undefined;
  const ours = Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** Math.min(failures, 10));
  return 1_000 * Math.max(ours, typeof asked === 'number' ? asked : 0);
}
