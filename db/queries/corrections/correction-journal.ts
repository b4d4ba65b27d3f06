import { z } from 'zod';
import type { CorrectionJournal, JournalEntry } from '../../../src/domain/networks/correction-journal.ts';
import type { Queryable } from '../../client.ts';

const Reason = z.string();
const Entry: z.ZodType<JournalEntry> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sending') }),
  z.object({ state: z.literal('accepted'), job: z.string().nullable() }),
  z.object({ state: z.literal('rejected'), reason: Reason }),
  z.object({ state: z.literal('not_sent'), reason: Reason, retryAfterSeconds: z.number().nullable() }),
  z.object({ state: z.literal('unclear'), reason: Reason }),
]);
const Row = z.object({ correction_key: z.string(), entry: Entry });

/** What is remembered of an action's rows, in the database: committed when `write` returns. @param db - a pool, not a transaction. */
export const correctionJournal = (db: Queryable): CorrectionJournal => ({
  async read(actionId) {
    const { rows } = await db.query(
      'select correction_key, entry from correction_journal where action_id = $1',
      [actionId],
    );
    return new Map(
      rows.map((row) => {
        const { correction_key: key, entry } = Row.parse(row);
        return [key, entry];
      }),
    );
  },
  async write(actionId, entries) {
    await db.query(
      `
      with written as (
        select key, entry from unnest($2::text[], $3::jsonb[]) as row(key, entry)
      ),
      -- With the rows, or not at all: whoever comes after a crash knows which jobs to ask about.
      jobs as (
        insert into correction_job (action_id, job)
        select distinct $1::uuid, entry ->> 'job'
          from written
         where entry ->> 'state' = 'accepted' and entry ->> 'job' is not null
            on conflict do nothing
      )
      insert into correction_journal (action_id, correction_key, entry)
      select $1, key, entry from written
          on conflict (action_id, correction_key) do update set entry = excluded.entry, written_at = now()
      `,
      [actionId, [...entries.keys()], [...entries.values()].map((entry) => JSON.stringify(entry))],
    );
  },
});
