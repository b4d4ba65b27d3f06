import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const ModelUse = z.object({
  engine: z.string(),
  /** `reserved`, `answered`, `unusable`, `unclear` or `failed`. */
  outcome: z.string(),
  calls: z.int(),
  input_tokens: z.coerce.number(),
  output_tokens: z.coerce.number(),
  /** Of the calls that have a price. */
  micros: z.coerce.number(),
  currency: z.string(),
});
export type ModelUse = z.infer<typeof ModelUse>;

/** How often each language model was called by any process, what came of it, and what it took. */
export async function countModelUse(db: Queryable): Promise<ModelUse[]> {
  const { rows } = await db.query(
    `
    select engine, outcome, currency, count(*)::int as calls, sum(input_tokens)::text as input_tokens,
           sum(output_tokens)::text as output_tokens, coalesce(sum(micros), 0)::text as micros
      from model_call
     group by engine, outcome, currency
    `,
  );
  return rows.map((row) => ModelUse.parse(row));
}
