import { z } from 'zod';
import type { Queryable } from '../../client.ts';
import { WebhookSystem } from './put-webhook.ts';

/** One order of one shop, or one conversion of a network, in the state that was applied last. */
export interface WebhookVersion {
  readonly system: WebhookSystem;
  readonly resourceId: string;
  readonly version: Date;
  /** What it is called here. */
  readonly orderId: string;
}

const Row = z.object({
  system: WebhookSystem,
  resource_id: z.string(),
  version: z.date(),
  order_id: z.string(),
});

/** The states that were applied last, of those orders that are known. */
export async function readWebhookVersions(
  db: Queryable,
  orders: readonly Pick<WebhookVersion, 'system' | 'resourceId'>[],
): Promise<WebhookVersion[]> {
  const { rows } = await db.query(
    `
    select known.system, known.resource_id, known.version, known.order_id
      from webhook_version known
      join (select distinct * from unnest($1::text[], $2::text[])) as asked (system, resource_id)
     using (system, resource_id)
    `,
    [orders.map(({ system }) => system), orders.map(({ resourceId }) => resourceId)],
  );
  return rows.map((row) => {
    const { resource_id: resourceId, order_id: orderId, ...rest } = Row.parse(row);
    return { ...rest, resourceId, orderId };
  });
}

/** Notes states as applied; an older one never replaces a newer one. One state for each order. */
export async function writeWebhookVersions(
  db: Queryable,
  versions: readonly WebhookVersion[],
): Promise<void> {
  await db.query(
    `
    insert into webhook_version (system, resource_id, version, order_id)
    select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[])
        on conflict (system, resource_id) do update
       set version = excluded.version, order_id = excluded.order_id
     where webhook_version.version < excluded.version
    `,
    [
      versions.map(({ system }) => system),
      versions.map(({ resourceId }) => resourceId),
      versions.map(({ version }) => version),
      versions.map(({ orderId }) => orderId),
    ],
  );
}
