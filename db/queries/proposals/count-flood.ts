import { z } from 'zod';
import type { Queryable } from '../../client.ts';

const FloodRow = z.object({ of_document: z.number(), of_stranger: z.number(), of_run: z.number() });

/** How many proposals one document ever made, one stranger made since a moment, and one run made. */
export interface Flood {
  readonly ofDocument: number;
  readonly ofStranger: number;
  readonly ofRun: number;
}

/** Counts what the flood limits compare; a part that is `null` counts 0. */
export async function countFlood(
  db: Queryable,
  {
    documentId,
    stranger,
    strangerSince,
    runId,
  }: {
    readonly documentId: string | null;
    readonly stranger: string | null;
    readonly strangerSince: Date;
    readonly runId: string | null;
  },
): Promise<Flood> {
  const { rows } = await db.query(
    `
    select (select count(*)::int from proposal where source ->> 'documentId' = $1) as of_document,
           (select count(*)::int from proposal where stranger = $2 and created_at > $3) as of_stranger,
           (select count(*)::int from proposal where run_id = $4::uuid) as of_run
    `,
    [documentId, stranger, strangerSince, runId],
  );
  const flood = FloodRow.parse(rows[0]);
  return { ofDocument: flood.of_document, ofStranger: flood.of_stranger, ofRun: flood.of_run };
}
