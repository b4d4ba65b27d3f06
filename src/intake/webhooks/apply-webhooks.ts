import type pg from 'pg';
import { takeLock } from '../../../db/queries/control/take-lock.ts';
import { loadRows } from '../../../db/queries/import/load-rows.ts';
import {
  listWaitingWebhooks,
  type WaitingWebhook,
} from '../../../db/queries/webhooks/list-waiting-webhooks.ts';
import { type SettledWebhook, settleWebhooks } from '../../../db/queries/webhooks/settle-webhook.ts';
import {
  readWebhookVersions,
  type WebhookVersion,
  writeWebhookVersions,
} from '../../../db/queries/webhooks/webhook-versions.ts';
import { inTransaction } from '../../../db/transaction.ts';
import { readNews } from '../../domain/webhooks/read-news.ts';
import type { ShopNews } from '../../domain/webhooks/shop-news.ts';
import type { WebhookSettings } from '../../domain/webhooks/webhook-settings.ts';
import { applyConversions } from './apply-conversions.ts';
import { withoutLinedRefunds } from './without-lined-refunds.ts';

const MESSAGES_MAX = 500;

type ShopWebhook = WaitingWebhook & { readonly system: 'shopify' | 'woocommerce' };

interface Told {
  readonly message: ShopWebhook;
  readonly news: ShopNews;
  readonly version: WebhookVersion | null;
}

/**
 * Applies messages that wait, oldest first; gives how many were settled.
 *
 * One process at a time does so. Rows are loaded before their message is settled: whoever is killed in between loads
 * the same rows again, which changes nothing. Of several states of one order the newest holds, in whatever order they
 * came.
 */
export async function applyWebhooks(
  pool: pg.Pool,
  { settings, now }: { readonly settings: WebhookSettings; readonly now: () => Date },
): Promise<number> {
  return inTransaction(pool, async (transaction) => {
    await takeLock(transaction, 'webhooks');
    const waiting = await listWaitingWebhooks(transaction, MESSAGES_MAX);
    if (waiting.length === 0) return 0;
    const settled: SettledWebhook[] = [];
    const told: Told[] = [];
    const conversions = waiting.filter(({ system }) => system === 'refersion');
    settled.push(...(await applyConversions(pool, transaction, conversions, now())));
    for (const message of waiting) {
      if (!isShops(message)) continue;
      const news = readNews(message, settings);
      if ('broken' in news) settled.push(settle(message, 'failed', news.broken));
      else if ('ignored' in news) settled.push(settle(message, 'ignored', news.ignored));
      else told.push({ message, news, version: versionOf(message, news) });
    }
    const known = await readWebhookVersions(
      transaction,
      told.flatMap(({ version }) => version ?? []),
    );
    const newest = newestOf(told, known);
    for (const each of told) {
      if (!newest.has(each)) settled.push(settle(each.message, 'superseded', null));
    }
    settled.push(...(await load(pool, [...newest])));
    const applied = new Set(settled.filter(({ state }) => state === 'applied').map(({ eventId }) => eventId));
    await writeWebhookVersions(
      transaction,
      [...newest].flatMap(({ message, version }) => (version && applied.has(message.eventId) ? version : [])),
    );
    await settleWebhooks(transaction, settled, now());
    return settled.length;
  });
}

/** What shops tell of orders; networks tell of conversions. */
const isShops = (message: WaitingWebhook): message is ShopWebhook => message.system !== 'refersion';

const settle = (
  { system, eventId }: WaitingWebhook,
  state: SettledWebhook['state'],
  reason: string | null,
): SettledWebhook => ({ system, eventId, state, reason });

const versionOf = ({ system }: WaitingWebhook, { order }: ShopNews): WebhookVersion | null =>
  order && { system, ...order };

/** Of each order the newest message, where it is newer than what was applied; of equal ones the last that came. */
function newestOf(told: readonly Told[], known: readonly WebhookVersion[]): Set<Told> {
  const key = ({ system, resourceId }: WebhookVersion): string => `${system} ${resourceId}`;
  const appliedAt = new Map(known.map((version) => [key(version), version.version.getTime()]));
  const best = new Map<string, Told>();
  for (const each of told) {
    if (each.version === null) continue;
    const at = each.version.version.getTime();
    const before =
      best.get(key(each.version))?.version?.version.getTime() ?? appliedAt.get(key(each.version));
    // A state of the same moment may say more; it was sent later.
    if (before === undefined || at >= before) best.set(key(each.version), each);
  }
  return new Set([...best.values(), ...told.filter(({ version }) => version === null)]);
}

/** All at once; where that fails, one by one, so that the bad one is found and the rest goes on. */
async function load(pool: pg.Pool, told: readonly Told[]): Promise<SettledWebhook[]> {
  try {
    await loadRows(
      pool,
      'orders',
      told.flatMap(({ news }) => news.orders),
    );
    await loadRows(
      pool,
      'refunds',
      await withoutLinedRefunds(
        pool,
        told.flatMap(({ news }) => news.refunds),
      ),
    );
    return told.map(({ message }) => settle(message, 'applied', null));
  } catch (error) {
    if (!isRowProblem(error)) throw error;
    const [only] = told;
    if (only && told.length === 1) return [settle(only.message, 'failed', error.message.slice(0, 500))];
    const settled: SettledWebhook[] = [];
    for (const each of told) settled.push(...(await load(pool, [each])));
    return settled;
  }
}

/** A row that the tables do not take, in contrast to a database that is away. */
const isRowProblem = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && error.code === 'ERR_ASSERTION';
