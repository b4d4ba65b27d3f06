import { typeFeatures } from '../../src/domain/pages/type-features.ts';
import type { PageReading } from '../../src/intake/web/page/page-reading.ts';
import { readPage } from '../../src/intake/web/page/read-page.ts';
import { readCodeJudge } from '../../src/model/embedded/codes/read-code-judge.ts';
import { detectLanguage } from '../../src/model/embedded/detect-language.ts';
import { pageRecipes } from './page-recipes.ts';
import type { Part } from './page-writer.ts';
import { renderPage } from './render-page.ts';
import type { WrittenPage } from './written-page.ts';

/** A written page as the audit reads it. */
export interface PageExample {
  readonly page: WrittenPage;
  readonly reading: PageReading;
  readonly features: Readonly<Record<string, number>>;
}

const codeJudge = await readCodeJudge();
/** Codes of written pages end in their own year; when they are read does not matter to what they are. */
const AS_OF = new Date('2026-01-01T00:00:00Z');

/** @param every - 1 for all pages, 4 for every fourth. */
export function pageExamples(part: Part, every = 1): PageExample[] {
  return pageRecipes(part)
    .filter((_, at) => at % every === 0)
    .map((recipe) => {
      const page = renderPage(recipe);
      const reading = readPage(
        { content: { html: page.html }, url: page.url, contentType: null, ours: null, asOf: AS_OF },
        { detectLanguage, codeJudge },
      );
      return { page, reading, features: typeFeatures(reading.signals) };
    });
}
