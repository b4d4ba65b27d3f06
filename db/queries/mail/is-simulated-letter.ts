import { z } from 'zod';
import type { Effect } from '../../../src/domain/proposals/effect.ts';
import type { Queryable } from '../../client.ts';

const SimulatedRow = z.object({ is_simulated: z.boolean() });

/**
 * Whether a letter concerns the demo: it answers a simulated mail or application, or goes to a partner of the demo programme. Such a
 * letter never leaves the house, whatever mail server there is.
 */
export async function isSimulatedLetter(db: Queryable, effect: Effect): Promise<boolean> {
  const mailId = 'mailId' in effect ? effect.mailId : null;
  const applicationId = 'applicationId' in effect ? effect.applicationId : null;
  const { rows } = await db.query(
    `
    select coalesce((select is_simulated from mail where mail_id = $1),
                    (select is_simulated from application where application_id = $2),
                    (select is_demo from programme), false) as is_simulated
    `,
    [mailId, applicationId],
  );
  return SimulatedRow.parse(rows[0]).is_simulated;
}
