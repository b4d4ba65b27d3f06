import type { Queryable } from '../../client.ts';

export interface CorrectionCheck {
  readonly correctionKey: string;
  readonly state: 'done' | 'not_yet' | 'differs' | 'missing' | 'unseen' | 'refused';
  /** One sentence for a person. */
  readonly sentence: string;
}

/** Writes down what a second look showed; the newest look counts. */
export async function putChecks(
  db: Queryable,
  {
    actionId,
    checks,
    at,
  }: { readonly actionId: string; readonly checks: readonly CorrectionCheck[]; readonly at: Date },
): Promise<void> {
  await db.query(
    `
    insert into correction_check (action_id, correction_key, state, sentence, checked_at)
    select $1, row.key, row.state, row.sentence, $5
      from unnest($2::text[], $3::text[], $4::text[]) as row(key, state, sentence)
        on conflict (action_id, correction_key) do update
       set state = excluded.state, sentence = excluded.sentence, looks = correction_check.looks + 1,
           checked_at = excluded.checked_at
    `,
    [
      actionId,
      checks.map(({ correctionKey }) => correctionKey),
      checks.map(({ state }) => state),
      checks.map(({ sentence }) => sentence),
      at,
    ],
  );
}
