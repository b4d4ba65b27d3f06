import { humanReason } from '../../domain/inbox/human-reasons.ts';
import { type Route, routeOf } from '../../domain/inbox/route.ts';
import { summaryOf } from '../../domain/inbox/summary.ts';
import type { Slots, Triage } from '../../domain/inbox/triage.ts';
import { Urgency } from '../../domain/inbox/urgency.ts';
import { readMoment } from '../embedded/inbox/read-moment.ts';
import type { Quote } from '../engine.ts';
import type { MailReading } from './mail-reading.ts';

const WORDS_MAX = 50;
const REASONS_MAX = 12;

/**
 * A model's reading laid over the embedded engine's: it may name the intent and add alarms, and takes none away.
 *
 * It never lets a mail be answered or dropped without a person: `draft_for_approval` or `human`, and `ignore` only where
 * the embedded engine leaned that way too. Summary and reasons are our own sentences.
 *
 * @param quotes - those of the reading that are real.
 * @param writtenAt - what "tomorrow" in a deadline is counted from.
 */
export function mergeReading(
  base: Triage,
  reading: MailReading,
  quotes: readonly Quote[],
  writtenAt: Date,
): Triage {
  const language = base.language === 'und' ? reading.language : base.language;
  const intents = [...new Set([reading.intent, ...reading.also])];
  const slots = withQuotes(base.slots, quotes, language, writtenAt);
  const mustGoToHuman = base.mustGoToHuman || reading.mustGoToHuman;
  const brandSensitive = base.brandSensitive || reading.brandSensitive;
  const injectionSuspected = base.injectionSuspected || reading.injection;
  const ours =
    mustGoToHuman || brandSensitive ? reading.reasons.map((code) => humanReason(code).sentence) : [];
  return {
    ...base,
    language,
    intent: reading.intent,
    intents,
    // The embedded figure is calibrated: what it leaves over is the most that another intent can have.
    confidence:
      reading.intent === base.intent ? base.confidence : Math.round((1 - base.confidence) * 10_000) / 10_000,
    urgency: higher(base.urgency, reading.urgency),
    brandSensitive,
    mustGoToHuman,
    reasons: [...new Set([...base.reasons, ...ours])].slice(0, REASONS_MAX),
    slots,
    injectionSuspected,
    route: cautious(
      routeOf({
        intent: reading.intent,
        mustGoToHuman,
        isSure: reading.isSure,
        injectionSuspected,
        autoReplyIntents: [],
      }),
      base,
    ),
    summary: summaryOf(intents, slots, reading.isSure),
  };
}

function cautious(route: Route, base: Triage): Route {
  if (route !== 'ignore') return route;
  const leaning = routeOf({
    intent: base.intent,
    mustGoToHuman: false,
    isSure: true,
    injectionSuspected: false,
    autoReplyIntents: [],
  });
  return leaning === 'ignore' ? 'ignore' : 'human';
}

function higher(a: Urgency, b: Urgency): Urgency {
  return Urgency.options.indexOf(a) >= Urgency.options.indexOf(b) ? a : b;
}

function withQuotes(base: Slots, quotes: readonly Quote[], language: string, writtenAt: Date): Slots {
  const of = (slot: string): string[] =>
    quotes.filter((one) => one.slot === slot).map(({ quote }) => quote.trim());
  const all = (known: readonly string[], slot: string): string[] =>
    [...new Set([...known, ...of(slot)])].slice(0, WORDS_MAX);
  const deadline = base.deadline ?? of('deadline')[0] ?? null;
  const deadlineAt =
    base.deadlineAt ?? (deadline === null ? null : readMoment(deadline, language, writtenAt)?.toISOString());
  return {
    requestedRate: base.requestedRate ?? of('requestedRate')[0] ?? null,
    orderReferences: all(base.orderReferences, 'orderReference'),
    amount: base.amount ?? of('amount')[0] ?? null,
    amounts: all(base.amounts, 'amount'),
    codes: all(base.codes, 'code'),
    deadline,
    deadlineAt: deadlineAt ?? null,
    links: all(base.links, 'link'),
  };
}
