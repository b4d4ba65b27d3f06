import type pg from 'pg';
import type { FeedBatch, Repeat } from './feed-batch.ts';
import type { FeedShape } from './feed-shape.ts';
import { providePartitions } from './provide-partitions.ts';
import { type BatchOutcome, writeBatch } from './write-batch.ts';
import { writeRepeats } from './write-repeats.ts';

/** What one batch came to, once it is in the database. */
export interface WrittenBatch {
  readonly rowsRead: number;
  readonly inserted: number;
  readonly updated: number;
  /** Rows that were there already and say nothing new. */
  readonly unchanged: number;
  readonly contradicting: readonly Repeat[];
}

/** Batches on their way to the database at once: the server works on them while the next is read. */
const LANES = 3;

/**
 * Writes batches as they come, each in its own transaction, several at once.
 *
 * After an error, or when the process is killed, every batch is in the database whole or not at all, and writing
 * the same file again adds what is missing.
 *
 * @param onWritten - hears of each batch after its commit; not always in the order of the file.
 */
export async function writeBatches(
  pool: pg.Pool,
  shape: FeedShape,
  batches: AsyncGenerator<FeedBatch>,
  onWritten: (written: WrittenBatch) => void | Promise<void>,
): Promise<void> {
  const months = new Set<string>();
  let direct = true;
  let failed = false;
  /** Settles when the rows of every batch taken so far are committed. */
  let committed: Promise<unknown> = Promise.resolve();

  const writeRows = async (batch: FeedBatch): Promise<BatchOutcome> => {
    await providePartitions(pool, shape, batch.months, months);
    const outcome = await writeBatch(pool, shape, batch, direct);
    direct = outcome.inserted === batch.rows;
    return outcome;
  };

  const writeNext = async (): Promise<boolean> => {
    const { value: batch, done } = await batches.next();
    if (done || failed) return false;
    const earlier = committed;
    const writing = writeRows(batch);
    committed = Promise.all([earlier, writing]).then(() => undefined);
    // Whoever waits for it hears of a failure, and so does the lane that failed.
    committed.catch(() => undefined);
    const rows = await writing;
    if (batch.repeats.length > 0) await earlier;
    const { contradicting, ...repeats } = await writeRepeats(pool, shape, batch.repeats);
    const inserted = rows.inserted + repeats.inserted;
    const updated = rows.updated + repeats.updated;
    const unchanged = batch.rows + batch.repeats.length - contradicting.length - inserted - updated;
    await onWritten({ rowsRead: batch.rowsRead, inserted, updated, unchanged, contradicting });
    return true;
  };

  const lane = async (): Promise<void> => {
    try {
      while (!failed && (await writeNext()));
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const results = await Promise.allSettled(Array.from({ length: LANES }, lane));
  await batches.return(undefined);
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
}
