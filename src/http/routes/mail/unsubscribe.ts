import type { Request } from 'express';
import { readUnsubscribeKey } from '../../../../db/queries/mail/read-unsubscribe-key.ts';
import { suppress } from '../../../../db/queries/mail/suppress.ts';
import { readUnsubscribeToken } from '../../../domain/inbox/unsubscribe-token.ts';
import { defineRawRoute } from '../../define-raw-route.ts';
import type { Door } from '../../door.ts';
import { sendSentencePage } from '../../page/sentence-page.ts';
import { sendUnsubscribePage } from '../../page/unsubscribe-page.ts';

const NOT_OURS = 'This link is none of ours, or was cut off: take it whole, as it stands in the mail.';
const answers = {
  200: { says: 'A plain page.', contentType: 'text/html', schema: null },
  404: { says: 'The link is none of ours.', contentType: 'text/html', schema: null },
} as const;

/** Looking changes nothing: mail programs open every link. */
export const unsubscribePageRoute = defineRawRoute({
  method: 'get',
  path: '/unsubscribe/:token',
  role: 'public',
  tag: 'mail',
  summary: 'A page with a button that ends our mail to the address in the link.',
  answers,
  async serve(request, response, door) {
    if ((await addressIn(request, door)) === null) {
      return sendSentencePage(response, 404, 'This link does not work', NOT_OURS);
    }
    sendUnsubscribePage(response);
  },
});

/** RFC 8058: mail programs post here by themselves, once somebody presses their own button. */
export const unsubscribeRoute = defineRawRoute({
  method: 'post',
  path: '/unsubscribe/:token',
  role: 'public',
  tag: 'mail',
  summary: 'End our mail to the address in the link, at once.',
  reads: 'nothing',
  answers,
  async serve(request, response, door) {
    const address = await addressIn(request, door);
    if (address === null) return sendSentencePage(response, 404, 'This link does not work', NOT_OURS);
    await suppress(door.pools.app, { address, reason: 'unsubscribe', since: door.now() });
    sendSentencePage(response, 200, 'Done', 'We write to this address no more.');
  },
});

async function addressIn(request: Request, { pools }: Door): Promise<string | null> {
  return readUnsubscribeToken(String(request.params.token), await readUnsubscribeKey(pools.app));
}
