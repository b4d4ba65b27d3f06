import { ASKED_FACTS } from '../../../src/domain/applications/asked-fact.ts';
import type { ApplicationEffect } from '../../../src/domain/proposals/assert-application-fits.ts';
import type { ApplicationCase } from './application-case.ts';
import type { ApplicationInput } from './application-input.ts';

const PLATFORMS: Readonly<Record<string, string>> = {
  instagram: 'an Instagram account',
  tiktok: 'a TikTok account',
  youtube: 'a YouTube channel',
  blog: 'a site',
};

/** Title and summary of a card: ours, never the applicant's words. */
export function cardWords(
  { vetting, application, plan, language, letterLanguage, stored, terms }: ApplicationCase,
  effect: ApplicationEffect,
  { note, madeBy, isPersons }: Pick<ApplicationInput, 'note' | 'madeBy' | 'isPersons'>,
): { title: string; summary: string } {
  const isCouponSite = vetting.site?.isCouponSite === true && vetting.site.isApplicant;
  const who = isCouponSite ? 'a coupon site' : (PLATFORMS[application.platform ?? ''] ?? 'an applicant');
  const size = application.stats.followers ?? application.stats.subscribers;
  const about = `${who}${size === null ? '' : ` with ${Math.round(size).toLocaleString('en-GB')} followers`}`;
  const isTemplate = madeBy.engine.startsWith('embedded');
  const summary = [
    `Score ${vetting.score} of 100, confidence ${Math.round(vetting.confidence * 100)} %.`,
    ...vetting.reasons.slice(0, 6),
    effect.kind === 'application.ask'
      ? `Asks for ${effect.missing.map((fact) => ASKED_FACTS[fact]).join('; ')}.`
      : null,
    effect.kind === 'application.accept' && effect.rateBps === null ? terms.why : null,
    plan.needsPerson && effect.kind === 'application.accept'
      ? 'Vetting leaves this to you: approve to accept; reject, and a letter that declines is drafted.'
      : null,
    isPersons ? 'You decided for this outcome.' : null,
    effect.to === null ? 'It names no address, so the letter goes nowhere by itself.' : null,
    language === letterLanguage
      ? null
      : `The applicant writes in another language (${language}); the draft is in English.`,
    note !== null && isTemplate
      ? 'Where your comment is about the words, change the letter itself: without a language model it could not be worked in.'
      : null,
    stored.isSimulated ? 'Simulated: part of the demo.' : null,
  ];
  return {
    title: `${plan.needsPerson && !isPersons ? 'Look, then accept or turn down' : TITLES[effect.kind]}: ${about}`,
    summary: summary
      .filter((part) => part !== null)
      .join(' ')
      .slice(0, 2_000),
  };
}

const TITLES: Readonly<Record<ApplicationEffect['kind'], string>> = {
  'application.accept': 'Accept',
  'application.decline': 'Decline',
  'application.ask': 'Ask',
};
