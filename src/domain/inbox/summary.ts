import type { Intent } from './intent.ts';
import type { Slots } from './triage.ts';

const WANTS: Readonly<Record<Intent, string>> = {
  application: 'Applies to join the programme',
  payment_question: 'Asks about a payment',
  tracking_problem: 'Reports a tracking problem',
  commission_increase: 'Asks for a higher commission',
  creative_asset_request: 'Asks for creative assets',
  coupon_code_request: 'Asks for a coupon code',
  sample_request: 'Asks for a product sample',
  brand_complaint: 'Complains about the brand',
  pr_press: 'Writes for the press',
  contract_legal: 'Raises a legal or contract matter',
  termination: 'Wants to leave the programme',
  general_question: 'Asks a question about the programme',
  general_other: 'Writes without asking for anything we handle',
  out_of_office: 'Is an out-of-office reply',
  bounce_or_auto: 'Is an automatic notice',
  newsletter_commercial: 'Is a newsletter',
  spam_seo_link_offer: 'Offers links or SEO services',
  spam_other: 'Is unsolicited advertising',
  phishing: 'Looks like phishing',
  internal_forward: 'Is passed on by a colleague',
};

/**
 * One line about a mail in our own words. What the mail claims stands there only as figures and references, never as a
 * sentence, so that no instruction in it can pass for a fact.
 */
export function summaryOf(intents: readonly Intent[], slots: Slots, isSure: boolean): string {
  const [first, ...others] = intents;
  const lead = first === undefined ? 'Could not be understood' : WANTS[first];
  const also =
    others.length > 0 ? `; also: ${others.map((intent) => intent.replaceAll('_', ' ')).join(', ')}` : '';
  const claims = [
    slots.requestedRate === null
      ? null
      : `${intents.includes('commission_increase') ? 'asks for' : 'names a rate of'} ${figures(slots.requestedRate)}`,
    slots.amount === null ? null : `names an amount of ${figures(slots.amount)}`,
    slots.orderReferences.length === 0 ? null : `names ${counted(slots.orderReferences.length, 'order')}`,
    slots.codes.length === 0 ? null : `names ${counted(slots.codes.length, 'code')}`,
    slots.deadlineAt === null ? null : `names a date, ${slots.deadlineAt.slice(0, 10)}`,
    slots.links.length === 0 ? null : `has ${counted(slots.links.length, 'link')}`,
  ].filter((claim) => claim !== null);
  const tail = claims.length > 0 ? `. It ${claims.join(', ')}` : '';
  return `${isSure ? '' : 'Unsure: '}${lead}${also}${tail}.`;
}

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
/** Slots are matched by grammars of figures and units, and cut all the same. */
const figures = (slot: string): string => slot.slice(0, 30);
