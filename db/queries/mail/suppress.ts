import type { Queryable } from '../../client.ts';
import type { SuppressionReason } from './is-suppressed.ts';

/**
 * From now on an address gets no mail from us. The first reason stays.
 *
 * @param mailId - the mail that said so; null when none did.
 * @returns false when it was so already.
 */
export async function suppress(
  db: Queryable,
  {
    address,
    reason,
    since,
    mailId = null,
  }: {
    readonly address: string;
    readonly reason: SuppressionReason;
    readonly since: Date;
    readonly mailId?: string | null;
  },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `
    insert into mail_suppression (address, reason, since, mail_id)
    values (lower($1), $2, $3, $4)
        on conflict (address) do nothing
    `,
    [address, reason, since, mailId],
  );
  return rowCount === 1;
}
