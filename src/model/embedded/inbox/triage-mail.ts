import { humanReason, humanReasons, isEnough } from '../../../domain/inbox/human-reasons.ts';
import { suspectsInjection } from '../../../domain/inbox/injection-signs.ts';
import type { Intent } from '../../../domain/inbox/intent.ts';
import { type MailView, viewMail } from '../../../domain/inbox/mail-view.ts';
import type { ParsedMail } from '../../../domain/inbox/parsed-mail.ts';
import { routeOf } from '../../../domain/inbox/route.ts';
import { summaryOf } from '../../../domain/inbox/summary.ts';
import type { Triage } from '../../../domain/inbox/triage.ts';
import { urgencyOf } from '../../../domain/inbox/urgency.ts';
import type { SentenceEncoder } from '../sentence-encoder.ts';
import { classifyMail, type MailClass } from './classify-mail.ts';
import { encodeMails } from './encode-mails.ts';
import type { InboxWeights } from './inbox-weights.ts';
import { mailVector, rawFeatures } from './mail-features.ts';
import { mailLanguage } from './mail-language.ts';
import { mailSlots } from './mail-slots.ts';

/** The embedded engine's parts for mail; made once, used for every mail. */
export interface InboxEngine {
  readonly encoder: SentenceEncoder;
  readonly weights: InboxWeights;
}

/** What is known beside the mail itself. */
export interface TriageContext {
  readonly now: Date;
  /** The programme's own mail domains, in lower case; empty when unknown. */
  readonly ownDomains: readonly string[];
  /** Intents that the policy lets be answered without a person. */
  readonly autoReplyIntents: readonly Intent[];
  /** The sender's partner row by our own look-up; null when unknown. */
  readonly partnerOf: (
    mail: ParsedMail,
  ) => { readonly partnerId: string; readonly isTierOne: boolean } | null;
}

/** What each of these mails wants, how urgent it is, and where it goes. Reads only what it is given. */
export async function triageMails(
  mails: readonly ParsedMail[],
  engine: InboxEngine,
  context: TriageContext,
): Promise<Triage[]> {
  const views = mails.map(viewMail);
  const encoded = await encodeMails(views, engine.encoder);
  return encoded.map((vectors, at) => {
    const view = views[at];
    if (view === undefined) throw new Error('Each mail has its vectors.');
    const language = mailLanguage(view);
    const raw = rawFeatures(view, language, context.ownDomains);
    const found = classifyMail(mailVector(raw, vectors, engine.weights.rarity), engine.weights);
    return triaged(view, language, found, engine.weights, context);
  });
}

/** One mail; see `triageMails`, which is quicker for many. */
export async function triageMail(
  mail: ParsedMail,
  engine: InboxEngine,
  context: TriageContext,
): Promise<Triage> {
  const [triage] = await triageMails([mail], engine, context);
  if (triage === undefined) throw new Error('One mail gives one triage.');
  return triage;
}

function triaged(
  view: MailView,
  language: string,
  found: MailClass,
  { limits }: InboxWeights,
  context: TriageContext,
): Triage {
  const { mail } = view;
  const partner = context.partnerOf(mail);
  const reasons = humanReasons(view);
  if (partner?.isTierOne) reasons.push(humanReason('tier_one_partner'));
  const mustGoToHuman = reasons.some(isEnough) || found.humanChance >= limits.humanFrom;
  if (mustGoToHuman && reasons.length === 0) reasons.push(humanReason('learnt_pattern'));
  const brandSensitive = found.brandChance >= limits.brandFrom;
  const injectionSuspected = suspectsInjection(
    [mail.subject, mail.text, mail.htmlAsText, mail.hiddenText].join('\n'),
  );
  // What a subject alone wants is a guess; reports and invitations say it by their form.
  const isSure = found.isSure && (/\p{L}/u.test(view.body) || mail.isDeliveryReport || mail.hasCalendar);
  const writtenAt = mail.date === null ? context.now : new Date(mail.date);
  const slots = mailSlots(view, language, writtenAt);
  const intents = [found.intent, ...found.also];
  return {
    messageId: mail.messageId,
    language,
    intent: found.intent,
    intents,
    confidence: Math.round(found.confidence * 10_000) / 10_000,
    urgency: urgencyOf(
      view,
      found.urgency,
      mustGoToHuman,
      reasons.map(({ code }) => code),
    ),
    brandSensitive,
    mustGoToHuman,
    reasons: mustGoToHuman || brandSensitive ? reasons.map(({ sentence }) => sentence) : [],
    partner: partner?.partnerId ?? null,
    slots,
    injectionSuspected,
    route: routeOf({
      intent: found.intent,
      mustGoToHuman,
      isSure,
      injectionSuspected,
      autoReplyIntents: context.autoReplyIntents,
    }),
    summary: summaryOf(intents, slots, isSure),
  };
}
