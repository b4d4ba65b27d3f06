import { type MeantText, nearestInMeaning } from '../../../src/domain/applications/near-in-meaning.ts';
import type { Evidence } from '../../../src/domain/proposals/evidence.ts';
import type { Application } from '../../../src/domain/vetting/application.ts';
import type { ToolContext } from '../../define-tool.ts';
import type { ApplicationCase } from './application-case.ts';
import { catalogueOfRun } from './catalogue-of-run.ts';
import { keptOfRun } from './kept-of-run.ts';

/** Best sellers that are compared; encoding all of a large catalogue takes longer than it tells. */
const PRODUCTS_MAX = 400;
const NEAR_MAX = 3;
const POSTS_MAX = 6;
/** Shorter texts lie anywhere. */
const CHARACTERS_MIN = 15;

type Context = Pick<ToolContext, 'db' | 'runId' | 'now' | 'policy' | 'embed'>;

/**
 * How near an applicant's words are in meaning to what sells and to the brand's own text: beside the words that both share,
 * which it neither replaces nor outweighs. Evidence only; nothing is decided by it. Empty where no encoder is at hand.
 */
export async function meaningEvidence(
  context: Context,
  { application, asOf, language }: Pick<ApplicationCase, 'application' | 'asOf' | 'language'>,
): Promise<Evidence[]> {
  const { embed } = context;
  if (embed === undefined) return [];
  const texts = textsOf(application);
  const { products, brand } = await oursInMeaning(context, embed, asOf);
  if (texts.length === 0 || (products.length === 0 && brand.length === 0)) return [];
  const words = await embed(texts);
  const near = nearestInMeaning(words, products, NEAR_MAX);
  const [ofBrand] = nearestInMeaning(words, brand, 1);
  return [
    {
      type: 'note',
      title: 'Near in meaning',
      text: [
        near.length === 0
          ? 'No product sold that could be compared.'
          : `Nearest of ${products.length} best sellers: ${near.map(({ text, similarity }) => `${text} (${similarity.toFixed(2)})`).join('; ')}.`,
        ofBrand === undefined
          ? 'The policy holds no text of the brand (vetting.brandText).'
          : `The brand’s own text: ${ofBrand.similarity.toFixed(2)}.`,
        '1 is the same meaning, 0 none in common. By a sentence encoder made for English',
        language === 'en'
          ? 'alone.'
          : `alone: these words are in another language (${language}), so it tells little.`,
      ].join(' '),
    },
  ];
}

/** Ours, encoded once a run: what sells, best first, and the brand's own text. */
function oursInMeaning(
  context: Context,
  embed: NonNullable<Context['embed']>,
  asOf: string,
): Promise<{ products: MeantText[]; brand: MeantText[] }> {
  const { brandText } = context.policy.vetting;
  return keptOfRun(context, `meanings ${asOf} ${brandText}`, async () => {
    const catalogue = await catalogueOfRun(context, asOf);
    const names = [...new Set(catalogue.products.slice(0, PRODUCTS_MAX).map(({ name }) => name))];
    const all = brandText === '' ? names : [...names, brandText];
    const meanings = await embed(all);
    const meant = all.flatMap((text, at) => {
      const meaning = meanings[at];
      return meaning === undefined ? [] : [{ text, meaning }];
    });
    return { products: meant.slice(0, names.length), brand: meant.slice(names.length) };
  });
}

const textsOf = ({ bio, pitch, posts }: Application): string[] =>
  [bio, pitch, ...posts.slice(0, POSTS_MAX).map(({ text }) => text)].filter(
    (text) => text.trim().length >= CHARACTERS_MIN,
  );
