import { z } from 'zod';
import type { EditedLetter } from '../../../src/domain/precedents/tone-examples.ts';
import type { Queryable } from '../../client.ts';

const Row = z.object({ drafted: z.string(), sent: z.string() });
const LETTERS_MAX = 10;

/** Answers in one language, to mail that wanted the same as this one, whose words a manager changed while approving; newest first. */
export async function editedLetters(
  db: Queryable,
  { mailId, language }: { readonly mailId: string; readonly language: string },
): Promise<EditedLetter[]> {
  const { rows } = await db.query(
    `
    select p.effect ->> 'body' as drafted, d.edits ->> 'body' as sent
      from decision d
      join proposal p using (proposal_id)
      join mail m on m.mail_id::text = p.effect ->> 'mailId'
     where d.decision = 'edit' and d.by_kind in ('token', 'session') and d.edits ? 'body'
       and p.kind = 'mail.reply' and p.effect ->> 'language' = $2 
       and m.intent = (select intent from mail where mail_id = $1::uuid)
     order by d.decision_id desc
     limit $3
    `,
    [mailId, language, LETTERS_MAX],
  );
  return rows.map((row) => Row.parse(row));
}
