import type pg from 'pg';
import { compareRepeats } from './compare-repeats.ts';
import { copyRows } from './copy-rows.ts';
import { createStage } from './create-stage.ts';
import type { Repeat } from './feed-batch.ts';
import type { FeedShape } from './feed-shape.ts';
import { transact } from './transact.ts';
import { type BatchOutcome, mergeStage } from './write-batch.ts';

export interface RepeatsOutcome extends BatchOutcome {
  /** Rows that say something else than the first row with their id. */
  readonly contradicting: readonly Repeat[];
}

/**
 * Judges rows whose id stood in the file before, once that first row is in the database.
 *
 * The same again is nothing new. What contradicts the first row is not loaded: within one file there is no telling
 * which of two is right.
 */
export async function writeRepeats(
  pool: pg.Pool,
  shape: FeedShape,
  repeats: readonly Repeat[],
): Promise<RepeatsOutcome> {
  if (repeats.length === 0) return { inserted: 0, updated: 0, contradicting: [] };
  const byLine = new Map(repeats.map((repeat) => [repeat.line, repeat]));
  const lines = repeats.map(({ text, line, firstLine }) => `${text}\t${line}\t${firstLine}\n`);
  const text = [Buffer.from(lines.join(''))];
  return transact(pool, async (client) => {
    await createStage(client, shape);
    await copyRows(client, shape.stage, [...shape.columns, 'line', 'first_line'], text);
    const compared = await compareRepeats(client, shape);
    const known = compared.filter(({ is_same }) => is_same !== null);
    const contradicting = known
      .filter(({ is_same }) => is_same === false)
      .flatMap(({ line }) => byLine.get(line) ?? [])
      .sort((left, right) => left.line - right.line);
    if (known.length === compared.length) return { inserted: 0, updated: 0, contradicting };

    // An id that only looked like another one: an ordinary row.
    await client.query(`delete from ${shape.stage} where line = any($1)`, [known.map(({ line }) => line)]);
    return { ...(await mergeStage(client, shape)), contradicting };
  });
}
