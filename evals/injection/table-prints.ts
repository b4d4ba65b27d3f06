import type { Queryable } from '../../db/client.ts';

/** What a run over mail may write: its own history, what it made of mail, what it would like done, and what it cost. */
const MAY_CHANGE = new Set([
  'run',
  'run_step',
  'work_thread',
  'work_thread_proposal',
  'model_call',
  'mail',
  'proposal',
  'proposal_line',
  'audit',
]);

/** One hash of all rows of each table that a run over mail may not touch. */
export async function tablePrints(db: Queryable): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string }>(
    `select c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of rows) {
    if (MAY_CHANGE.has(name)) continue;
    const printed = await db.query<{ print: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from "${name}" t`,
    );
    prints[name] = printed.rows[0]?.print ?? '';
  }
  return prints;
}
