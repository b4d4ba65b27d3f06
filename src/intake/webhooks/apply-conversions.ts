import type pg from 'pg';
import type { Queryable } from '../../../db/client.ts';
import { putSetAside } from '../../../db/queries/connectors/put-set-aside.ts';
import type { WaitingWebhook } from '../../../db/queries/webhooks/list-waiting-webhooks.ts';
import type { SettledWebhook } from '../../../db/queries/webhooks/settle-webhook.ts';
import {
  readWebhookVersions,
  type WebhookVersion,
  writeWebhookVersions,
} from '../../../db/queries/webhooks/webhook-versions.ts';
import { readRefersionConversion } from '../../connectors/refersion/read.ts';
import type { NetworkTransaction } from '../../domain/networks/network-transaction.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import { loadTransactions } from '../sync/load-transactions.ts';

interface Told {
  readonly message: WaitingWebhook;
  readonly transaction: NetworkTransaction;
  readonly version: WebhookVersion;
}

/**
 * Refersion's messages become conversions, each in its newest state, in whatever order they came. One that says no time
 * of its change is the oldest; of several of those the last that came holds.
 *
 * @param transaction - holds the lock of the messages.
 */
export async function applyConversions(
  pool: pg.Pool,
  transaction: Queryable,
  messages: readonly WaitingWebhook[],
  now: Date,
): Promise<SettledWebhook[]> {
  if (messages.length === 0) return [];
  const settled: SettledWebhook[] = [];
  const told: Told[] = [];
  for (const message of messages) {
    const read = readMessage(message, now);
    if ('version' in read) told.push(read);
    else settled.push({ system: message.system, eventId: message.eventId, ...read });
  }
  const known = await readWebhookVersions(
    transaction,
    told.map(({ version }) => version),
  );
  const newestAt = new Map(known.map(({ resourceId, version }) => [resourceId, version.getTime()]));
  const newest = new Map<string, Told>();
  for (const each of told) {
    const { resourceId, version } = each.version;
    if (version.getTime() < (newestAt.get(resourceId) ?? 0)) continue;
    newestAt.set(resourceId, version.getTime());
    newest.set(resourceId, each);
  }
  const applied = [...newest.values()];
  const loaded = await loadTransactions(pool, 'refersion', {
    transactions: applied.map((each) => each.transaction),
    setAside: [],
  });
  await putSetAside(transaction, { system: 'refersion', stream: 'webhook' }, loaded.setAside, now);
  await writeWebhookVersions(
    transaction,
    applied.map(({ version }) => version),
  );
  const problems = new Map(loaded.setAside.map(({ recordKey, problem }) => [recordKey, problem]));
  for (const each of told) {
    const { system, eventId } = each.message;
    const problem = problems.get(each.version.resourceId);
    if (!applied.includes(each)) settled.push({ system, eventId, state: 'superseded', reason: null });
    else if (problem) settled.push({ system, eventId, state: 'failed', reason: problem.slice(0, 500) });
    else settled.push({ system, eventId, state: 'applied', reason: null });
  }
  return settled;
}

function readMessage(message: WaitingWebhook, now: Date): Told | Pick<SettledWebhook, 'state' | 'reason'> {
  if (!message.topic.includes('conversion')) {
    return { state: 'ignored', reason: 'Nothing is kept of this topic: only conversions are.' };
  }
  const value = parseExactJson(message.body.toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { state: 'failed', reason: 'The message is no JSON object.' };
  }
  const read = readRefersionConversion(value as Record<string, unknown>, now);
  if ('setAside' in read) return { state: 'failed', reason: read.setAside.problem };
  const { transactionId, modifiedAt, convertedAt } = read.transaction;
  const version = modifiedAt ?? convertedAt;
  return {
    message,
    transaction: read.transaction,
    version: { system: 'refersion', resourceId: transactionId, orderId: transactionId, version },
  };
}
