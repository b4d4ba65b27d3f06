import { z } from 'zod';
import { foldText } from '../text/fold-text.ts';
import type { HumanReasonCode } from './human-reasons.ts';
import type { Intent } from './intent.ts';
import type { MailView } from './mail-view.ts';

export const Urgency = z.enum(['low', 'normal', 'high', 'critical']);
export type Urgency = z.infer<typeof Urgency>;

const PRESSING =
  /\burgent|\basap\b|as soon as possible|right away|immediately|\btoday\b|\btonight\b|\btomorrow\b|end of (?:the )?day|\beod\b|within \d+ (?:hours|days)|time.sensitive|final (?:notice|reminder|warning)|last (?:warning|reminder|chance)|\bgoes? (?:live|out)\b|\bdown\b.{0,30}\b(?:site|link|checkout|tracking)|dringend|\beilt\b|sofort|umgehend|unverzuglich|\bheute\b|bis morgen|letzte mahnung|immediatement|au plus vite|aujourd'hui|\bdemain\b|sous \d+ ?h|delai de|inmediat|cuanto antes|\bhoy\b|\bmanana\b|24 horas|immediat|al piu presto|\boggi\b|\bdomani\b|entro (?:le|oggi|domani)|imediat|\bhoje\b|\bamanha\b|\bspoed|vandaag|\bmorgen\b|onmiddellijk|z\.?s\.?m|عاجل|فورا|اليوم|غدا|\bpilne|natychmiast|至急|\bacil\b/;
const DANGER =
  /caught fire|on fire|fire brigade|explo[ds]|malware|sev1|data (?:breach|leak)|hospital|injur|recall|died|bomb|suicid|blackmail|ransom|feuer|brand(?:gefahr|wunde)|krankenhaus|incendie|hopital|incendio|ospedale|hospitalizad|ziekenhuis|حريق|المستشفي/;
const IDLE: readonly Intent[] = [
  'general_other',
  'out_of_office',
  'bounce_or_auto',
  'newsletter_commercial',
  'spam_seo_link_offer',
  'spam_other',
];
const GRAVE: readonly HumanReasonCode[] = [
  'legal',
  'press',
  'complaint',
  'public_threat',
  'crisis',
  'phishing',
];

/** How soon a person should look, from what a mail wants, its own pressing words, and what alarms it raises. */
export function urgencyOf(
  view: MailView,
  intent: Intent,
  mustGoToHuman: boolean,
  codes: readonly HumanReasonCode[],
): Urgency {
  const words = foldText(`${view.subject}\n${view.body}`);
  const pressing = PRESSING.test(words);
  if (IDLE.includes(intent) && !mustGoToHuman) return 'low';
  if (mustGoToHuman && codes.includes('crisis') && DANGER.test(words)) return pressing ? 'critical' : 'high';
  if (mustGoToHuman && codes.some((code) => GRAVE.includes(code))) return 'high';
  if (pressing && (mustGoToHuman || intent === 'tracking_problem' || intent === 'payment_question'))
    return 'high';
  return 'normal';
}
