import type { Receipt } from '../../../src/domain/deliveries/delivery-target.ts';
import type { Queryable } from '../../client.ts';

/** Keeps what the other side answered; one receipt an action, a second is a broken promise of ours. */
export async function insertReceipt(
  db: Queryable,
  {
    actionId,
    proposalId,
    receipt,
  }: { readonly actionId: string; readonly proposalId: string; readonly receipt: Receipt },
): Promise<void> {
  await db.query(
    `
    insert into receipt (action_id, proposal_id, received_at, body)
    values ($1, $2, $3, $4)
    `,
    [actionId, proposalId, receipt.receivedAt, JSON.stringify(receipt.body)],
  );
}
