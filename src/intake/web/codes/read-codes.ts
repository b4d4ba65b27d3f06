import type { CodeJudge } from '../../../domain/sightings/code-judge.ts';
import { findDiscount } from '../../../domain/sightings/find-discount.ts';
import { readDate } from '../../../domain/sightings/find-expiry.ts';
import type { SeenCode } from '../../../domain/sightings/seen-code.ts';
import { type Candidate, keyOf } from './candidate.ts';
import { candidatesOf } from './candidates-of.ts';
import { cardsOf } from './cards.ts';
import { merchantOf } from './merchant-of.ts';
import { mergeCodes, type Sighted } from './merge-codes.ts';
import { offerDetails } from './offer-details.ts';
import { isTelling } from './reveal-tails.ts';
import { judgedSpots } from './spots/judged-spots.ts';
import { offerOverFeatures, overFeatures } from './spots/over-features.ts';
import type { StateOffer } from './state-offers.ts';
import { type CodesPage, type PageParts, takeApart } from './take-apart.ts';
import { withoutShownMasks } from './without-shown-masks.ts';

const CODES_MAX = 5_000;
/** From here on a code is taken for over: where the rules say so, and where they do not. */
const OVER_FROM = { ruled: 0.1, unruled: 0.45 };

/**
 * Every voucher code of a page, masked and retired ones marked; the same code for the same shop once.
 *
 * @param judge weighs what the rules found and what they passed over; without one the rules decide.
 */
export function readCodes(document: Document, page: CodesPage, judge: CodeJudge | null = null): SeenCode[] {
  const parts = takeApart(document, page);
  const found = candidatesOf(parts.page, parts.facts).slice(0, CODES_MAX);
  const told = { candidates: found, offers: parts.offers.filter(({ told: isTold }) => isTold) };
  const chosen = judge === null ? told : judgedSpots(parts, found, judge);
  return mergeCodes(sightedIn(parts, chosen, judge === null ? byRules : judgedBy(judge)));
}

/** Decides whether a code is over: from what speaks for it, what the rules say, and its last day. */
export type IsOver = (
  signs: () => readonly string[],
  told: { readonly retired: boolean; readonly expires: string | null },
  today: string,
) => boolean;

const isPast = (expires: string | null, today: string): boolean => expires !== null && expires < today;

const byRules: IsOver = (_, { retired, expires }, today) => retired || isPast(expires, today);

/** A last day that is past is past, whatever else is said. */
const judgedBy =
  (judge: CodeJudge): IsOver =>
  (signs, { retired, expires }, today) =>
    isPast(expires, today) || judge.isOver(signs()) >= (retired ? OVER_FROM.ruled : OVER_FROM.unruled);

/** Codes of a page as they stand on it, with what is said of each. */
export function sightedIn(
  parts: PageParts,
  {
    candidates,
    offers,
  }: { readonly candidates: readonly Candidate[]; readonly offers: readonly StateOffer[] },
  isOver: IsOver,
): Sighted[] {
  const { page, facts, today } = parts;
  const shown = withoutShownMasks(candidates, new Set(offers.map(({ code }) => keyOf(code)))).filter(
    isTelling,
  );
  const byLine = Map.groupBy(shown, ({ line }) => line);
  const cardOf = cardsOf(shown, page);
  const seen = shown.map((candidate): Sighted => {
    const card = cardOf(candidate);
    const others = [...(byLine.get(candidate.line) ?? []), ...(byLine.get(card.last + 1) ?? [])];
    const details = offerDetails(candidate, { card, others, page, facts });
    const { sentence, ...told } = details;
    const merchant = merchantOf(candidate, card, sentence, page, facts);
    const { code, masked } = candidate;
    const hidden = candidate.shown === 'comment' || candidate.shown === 'template';
    const over = isOver(() => overFeatures({ candidate, card, details }, parts), told, today);
    return {
      depth: hidden ? 2 : candidate.shown === 'state' ? 1 : 0,
      sureShop: merchant.sure,
      seen: {
        ...told,
        code,
        masked,
        merchant: merchant.name?.slice(0, 120) || null,
        how: candidate.shown === 'shown' ? candidate.how : candidate.shown,
        retired: hidden || over,
      },
    };
  });
  return [...seen, ...offers.map((offer) => fromState(offer, parts, isOver))];
}

function fromState(offer: StateOffer, { facts, today }: PageParts, isOver: IsOver): Sighted {
  const { code, masked, terms, discount } = offer;
  const expires = offer.expires === null ? null : readDate(offer.expires, facts);
  const merchant = offer.merchant ?? facts.merchant;
  const quote = [offer.merchant, discount, terms]
    .filter((part) => part !== null)
    .join(' · ')
    .slice(0, 300);
  const said = discount === null ? null : (findDiscount(discount) ?? discount);
  return {
    depth: 1,
    sureShop: offer.merchant !== null,
    seen: {
      code,
      merchant,
      discount: said,
      terms,
      expires,
      masked,
      retired: isOver(
        () => offerOverFeatures(offer, expires, today),
        { retired: offer.retired, expires },
        today,
      ),
      how: offer.structured ? 'structured' : 'state',
      quote,
    },
  };
}
