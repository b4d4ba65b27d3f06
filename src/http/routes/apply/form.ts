import { readApplyKey } from '../../../../db/queries/applications/read-apply-key.ts';
import { formToken } from '../../../domain/applications/form-token.ts';
import { Refusal } from '../../../domain/errors.ts';
import { applyPage } from '../../apply/apply-page.ts';
import { applyWords } from '../../apply/apply-words.ts';
import { programmeName } from '../../apply/programme-name.ts';
import { sendApplyPage } from '../../apply/send-apply-page.ts';
import { defineRawRoute } from '../../define-raw-route.ts';

export const applyFormRoute = defineRawRoute({
  method: 'get',
  path: '/apply',
  role: 'public',
  tag: 'applications',
  summary: 'The form by which people apply to the programme, in the language that the browser asks for.',
  answers: { 200: { says: 'A page with a form.', contentType: 'text/html', schema: null } },
  async serve(request, response, { pools, policy, now }) {
    if (!policy.apply.enabled) throw new Refusal('route_unknown', 'Applications by form are not taken here.');
    const { language, words } = applyWords(request.get('accept-language'));
    const token = formToken(now(), await readApplyKey(pools.app));
    const programme = await programmeName(pools.app);
    sendApplyPage(response, 200, applyPage({ language, words, programme, token, values: {}, wrong: [] }));
  },
});
