import { EFFECT_KINDS, type EffectKind } from '../proposals/effect.ts';
import { foldText } from '../text/fold-text.ts';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const KIND_WORDS: readonly (readonly [RegExp, EffectKind])[] = [
  [/claw ?backs?|clawed back|ruckforder|recuper|reclama/, 'commission.clawback'],
  [/\bholds?\b|zuruckhalt|retenu|retencion/, 'commission.hold'],
  [/\bblocks?\b|sperr|bloca|bloque/, 'partner.block'],
  [/\b(?:warnings?|letters?)\b|verwarn|briefe?\b|avertiss|adverten/, 'partner.warn'],
  [/\b(?:repl(?:y|ies)|answers?)\b|antwort|reponse|respuesta/, 'mail.reply'],
  [/\b(?:rates?|commission changes?)\b|provisionssatz|taux/, 'commission.change'],
  [/payout|bank details|auszahlung|versement/, 'partner.payout-details'],
];
const WORKFLOWS: readonly (readonly [RegExp, string])[] = [
  [/fraud|betrug|fraude/, 'fraud'],
  [/\bvetting\b/, 'vetting'],
  [/inbox|posteingang|triage|boite de reception|bandeja/, 'inbox'],
];
const DAYS: readonly (readonly [RegExp, number])[] = [
  [/\btoday\b|\bheute\b|aujourd'hui|\bhoy\b/, 1],
  [/\byesterday\b|\bgestern\b|\bhier\b|\bayer\b/, 2],
  [/\bweek\b|\bwoche\b|\bsemaine\b|\bsemana\b/, 7],
  [/\bmonth\b|\bmonat\b|\bmois\b|\bmes\b/, 31],
  [/\bquarter\b|\bquartal\b|\btrimestre\b/, 92],
  [/\byear\b|\bjahr\b|\bannee\b|\bano\b/, 365],
];

/** What a message names besides a partner. */
export interface ChatSlots {
  readonly proposalId: string | null;
  readonly kind: EffectKind | null;
  readonly workflow: string | null;
  /** How far back is asked about, in days; null when nothing is said. */
  readonly days: number | null;
  /** It says "it", "they" or "this partner": whoever was spoken of. */
  readonly pointsBack: boolean;
}

const POINTS_BACK =
  /\b(?:it|its|they|them|their|that one|this one|(?:this|that|the same) (?:partner|publisher|affiliate|site|one)|he|she|er|sie|es|dieser|diesen|ihn|il|elle|ils|lui|ce partenaire|este|ese|esta|lo|la)\b/;

/** Reads the closed part of a message: ids, kinds, workflows, periods. Words in English, German, French, Spanish. */
export function chatSlots(message: string): ChatSlots {
  const text = foldText(message);
  const first = <Value>(list: readonly (readonly [RegExp, Value])[]): Value | null =>
    list.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  return {
    proposalId: UUID.exec(message)?.[0].toLowerCase() ?? null,
    kind: EFFECT_KINDS.find((kind) => text.includes(kind)) ?? first(KIND_WORDS),
    workflow: first(WORKFLOWS),
    days: first(DAYS),
    pointsBack: POINTS_BACK.test(text),
  };
}
