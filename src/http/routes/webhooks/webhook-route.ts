import { createHash } from 'node:crypto';
import { putWebhook } from '../../../../db/queries/webhooks/put-webhook.ts';
import { Refusal } from '../../../domain/errors.ts';
import type { WebhookSettings } from '../../../domain/webhooks/webhook-settings.ts';
import { signatureHolds } from '../../../domain/webhooks/webhook-signature.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Route } from '../../route.ts';

const EVENT_ID = /^[\x21-\x7e]{1,200}$/;
const TOPIC = /^[a-z_./-]{1,100}$/;

interface WebhookDoor {
  readonly system: keyof WebhookSettings;
  readonly summary: string;
  /** In lower case. */
  readonly headers: {
    readonly signature: string;
    readonly topic: string;
    /** Null where the sender documents none. */
    readonly eventId: string | null;
  };
  /** A body that only asks whether somebody is here. */
  readonly ping?: RegExp;
}

/**
 * One address for one system's messages: the signature first, then kept, then 200. What it says is applied a moment
 * later, so that the sender never waits for it.
 */
export function webhookRoute({ system, summary, headers, ping }: WebhookDoor): Route {
  return defineRawRoute({
    method: 'post',
    path: `/webhooks/${system}`,
    role: 'public',
    tag: 'webhooks',
    summary,
    reads: 'webhook',
    answers: { 200: { says: 'Kept; the same message again is 200 too.', contentType: null, schema: null } },
    async serve(request, response, { pools, webhooks, now }) {
      const body: Buffer = request.body;
      if (ping?.test(body.toString('latin1', 0, 100))) {
        response.status(200).end();
        return;
      }
      const secrets = webhooks?.[system].secrets ?? [];
      if (!signatureHolds(body, request.get(headers.signature), secrets)) {
        throw new Refusal(
          'signature_wrong',
          secrets.length === 0
            ? `No secret of ${system} is set, so none of its messages can be told from others.`
            : `The message is not signed with the secret of ${system}.`,
        );
      }
      const topic = (request.get(headers.topic) ?? '').toLowerCase();
      if (!TOPIC.test(topic))
        throw new Refusal('input_invalid', `The header ${headers.topic} names no topic.`);
      const given = headers.eventId === null ? '' : (request.get(headers.eventId) ?? '');
      // Without an id of the sender's the content is the id: the same again is the same message.
      const eventId = EVENT_ID.test(given)
        ? given
        : createHash('sha256').update(topic).update(body).digest('hex');
      await putWebhook(pools.app, { system, eventId, topic, body, receivedAt: now() });
      response.status(200).end();
    },
  });
}
