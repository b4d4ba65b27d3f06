import { CONTENT_TYPES } from '../../src/domain/pages/content-type.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './page-corpus.ts';
import { FAMILIES, type Family } from './page-markup.ts';
import type { Part } from './page-writer.ts';
import type { PageRecipe } from './render-page.ts';

/** Pages of each kind. */
export const PAGES_PER_TYPE: Readonly<Record<Part, number>> = { train: 84, test: 28 };
/** Half of all pages are English. */
const LANGUAGES: readonly PageLanguage[] = [
  ...PAGE_LANGUAGES.filter((language) => language !== 'en'),
  ...Array.from({ length: 6 }, () => 'en' as const),
];
/** Sites whose markup nobody learnt from. */
const TEST_FAMILIES: readonly Family[] = FAMILIES;
const TRAIN_FAMILIES: readonly Family[] = FAMILIES.filter((family) => family !== 'vue');

/** The written pages of a part: every kind equally often, languages and families in turn. */
export function pageRecipes(part: Part): PageRecipe[] {
  const families = part === 'train' ? TRAIN_FAMILIES : TEST_FAMILIES;
  return CONTENT_TYPES.flatMap((contentType, type) =>
    Array.from({ length: PAGES_PER_TYPE[part] }, (_, at) => ({
      contentType,
      language: LANGUAGES[at % LANGUAGES.length] ?? 'en',
      family: families[(at + type) % families.length] ?? 'semantic',
      seed: (part === 'train' ? 1_000 : 900_000) + 1_000 * type + at,
      part,
    })),
  );
}
