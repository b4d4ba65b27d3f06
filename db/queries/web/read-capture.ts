import type { Capture } from '../../../src/domain/web/capture.ts';
import type { Queryable } from '../../client.ts';
import { CAPTURE_COLUMNS, toCapture } from './capture-row.ts';

/** One capture with its body, or `null` when the id is unknown. */
export async function readCapture(db: Queryable, captureId: string): Promise<Capture | null> {
  const { rows } = await db.query(
    `select ${CAPTURE_COLUMNS} from web_capture c join web_body b using (sha256) where c.capture_id = $1`,
    [captureId],
  );
  return rows[0] ? toCapture(rows[0]) : null;
}
