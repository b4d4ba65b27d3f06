import { z } from 'zod';
import { foldText } from '../text/fold-text.ts';
import type { HumanReasonCode } from './human-reasons.ts';
import type { MailView } from './mail-view.ts';

/** From the least to the most pressing. */
export const URGENCIES = ['low', 'normal', 'high', 'critical'] as const;
export const Urgency = z.enum(URGENCIES);
export type Urgency = z.infer<typeof Urgency>;

const DANGER =
  /caught fire|on fire|fire brigade|explo[ds]|malware|sev1|data (?:breach|leak)|hospital|injur|recall|died|bomb|suicid|blackmail|ransom|feuer|brand(?:gefahr|wunde)|krankenhaus|incendie|hopital|incendio|ospedale|hospitalizad|ziekenhuis|حريق|المستشفي/;

/**
 * How soon a person should look: as learnt from labelled mails, and sooner where a crisis is told in plain words.
 *
 * @param learnt - what mails of this kind were.
 */
export function urgencyOf(
  view: MailView,
  learnt: Urgency,
  mustGoToHuman: boolean,
  codes: readonly HumanReasonCode[],
): Urgency {
  const isCrisis =
    mustGoToHuman && codes.includes('crisis') && DANGER.test(foldText(`${view.subject}\n${view.body}`));
  return isCrisis && (learnt === 'low' || learnt === 'normal') ? 'high' : learnt;
}
