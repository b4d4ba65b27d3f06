import { z } from 'zod';
import { readApplyKey } from '../../../../db/queries/applications/read-apply-key.ts';
import { type ApplyField, ApplyForm } from '../../../domain/applications/apply-form.ts';
import type { ApplyPolicy } from '../../../domain/applications/apply-policy.ts';
import { formToken, readFormToken, senderHash } from '../../../domain/applications/form-token.ts';
import { Refusal } from '../../../domain/errors.ts';
import { escapeHtml } from '../../../domain/text/escape-html.ts';
import { takeForm } from '../../../intake/applications/take-form.ts';
import { applyFrame } from '../../apply/apply-frame.ts';
import { applyPage, TRAP_FIELD } from '../../apply/apply-page.ts';
import { type ApplyWords, applyWords } from '../../apply/apply-words.ts';
import { programmeName } from '../../apply/programme-name.ts';
import { sendApplyPage } from '../../apply/send-apply-page.ts';
import { defineRawRoute } from '../../define-raw-route.ts';

const Sent = z.record(z.string().max(40), z.string().max(20_000));
const DAY_SECONDS = 86_400;
const HOUR_MS = 3_600_000;
const page = { contentType: 'text/html', schema: null } as const;

export const applySendRoute = defineRawRoute({
  method: 'post',
  path: '/apply',
  role: 'public',
  tag: 'applications',
  summary:
    'Apply to the programme. The form comes from GET /apply, which signs it; vetting follows in the next run.',
  reads: 'form',
  body: Sent,
  answers: {
    200: { says: 'A page that says thank you.', ...page },
    422: { says: 'The form once more, with what to look at.', ...page },
    429: { says: 'Too many came from here today.', ...page },
  },
  async serve(request, response, { pools, policy, now }) {
    if (!policy.apply.enabled) throw new Refusal('route_unknown', 'Applications by form are not taken here.');
    const sent = Sent.parse(request.body);
    const { language, words } = applyWords(request.get('accept-language'));
    const say = (status: number, title: string, sentence: string): void =>
      sendApplyPage(response, status, sentencePage(language, title, sentence));
    // Whoever fills in what nobody sees is told what everybody is told.
    if ((sent[TRAP_FIELD] ?? '') !== '') return say(200, words.thanksTitle, words.thanks);

    const key = await readApplyKey(pools.app);
    const programme = await programmeName(pools.app);
    const form = ApplyForm.safeParse(sent);
    const openedAt = readFormToken(sent.token ?? '', key);
    const isTimely = openedAt !== null && isInTime(openedAt, now(), policy.apply);
    if (!form.success || !isTimely) {
      const wrong = [
        ...(isTimely ? [] : ['form' as const]),
        ...(form.success ? [] : wrongFields(form.error)),
      ];
      // Who was too quick is timed from the first page on, and need not wait again.
      const isQuick = openedAt !== null && !isTimely && openedAt.getTime() > now().getTime() - HOUR_MS;
      const token = isQuick ? (sent.token ?? '') : formToken(now(), key);
      return sendApplyPage(
        response,
        422,
        applyPage({ language, words, programme, token, values: sent, wrong }),
      );
    }
    const taken = await takeForm(
      pools.app,
      {
        form: form.data,
        language,
        consentText: words.consent.replaceAll('{programme}', programme),
        sender: senderHash(request.ip ?? '', key),
        now: now(),
      },
      policy,
    );
    if (taken === 'too_many') {
      response.setHeader('Retry-After', String(DAY_SECONDS));
      return say(429, words.limitTitle, words.limit);
    }
    say(200, words.thanksTitle, words.thanks);
  },
});

const isInTime = (openedAt: Date, now: Date, { secondsMin, hoursMax }: ApplyPolicy): boolean => {
  const age = now.getTime() - openedAt.getTime();
  return age >= secondsMin * 1_000 && age <= hoursMax * HOUR_MS;
};

const wrongFields = (error: z.ZodError<ApplyForm>): ApplyField[] =>
  (Object.keys(ApplyForm.shape) as ApplyField[]).filter((field) =>
    error.issues.some(({ path }) => path[0] === field),
  );

const sentencePage = (language: string, title: ApplyWords['thanksTitle'], sentence: string): string =>
  applyFrame({
    language,
    title: escapeHtml(title),
    body: `<h1>${escapeHtml(title)}</h1><p class="intro">${escapeHtml(sentence)}</p>`,
  });
