import { percentWords } from '../../../src/domain/answers/percent-words.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { ApplicationCase } from './application-case.ts';

const BRIEF_PRODUCTS = 3;
const note = (title: string, text: string): Evidence => ({ type: 'note', title, text });

/** Whether it suits what we sell and where, and what one would start with: ours, but for nothing that the applicant wrote. */
export function fitEvidence(applicationCase: ApplicationCase): Evidence[] {
  const { near, bestSellers, application, markets, group, terms, code } = applicationCase;
  const products = (near.length > 0 ? near : bestSellers).slice(0, BRIEF_PRODUCTS);
  const rate = terms.rateBps === null ? 'no rate yet' : percentWords(terms.rateBps);
  return [
    note(
      'Close to the catalogue',
      near.length === 0
        ? 'No product that sells has a name in its words.'
        : `Products whose names stand in its words: ${near.map(({ name, shared }) => `${name} (${shared.join(', ')})`).join('; ')}.`,
    ),
    note('Market', marketWords(application.region, markets)),
    note(
      'Suggested start',
      `Group ${group}, ${rate}, code ${code}.${
        products.length === 0
          ? ''
          : ` First brief: show one of ${products.map(({ name }) => name).join(', ')} in use, in your own words and your own pictures; say that it is advertising; give your link or the code ${code}.`
      }`,
    ),
  ];
}

function marketWords(region: string | null, markets: readonly string[]): string {
  const isCountry = region !== null && /^[A-Z]{2}$/.test(region);
  if (!isCountry) return 'It names no country that could be told.';
  if (markets.length === 0) return `It names ${region}; the policy names no markets, so none is foreign.`;
  return markets.includes(region)
    ? `It names ${region}, which is one of your markets.`
    : `It names ${region}, which is none of your markets (${markets.join(', ')}).`;
}
