import type { ContentType } from '../../src/domain/pages/content-type.ts';
import { addressOf } from './page-address.ts';
import { type PageLanguage, readPageCorpus } from './page-corpus.ts';
import { frameOf } from './page-frame.ts';
import { headOf } from './page-head.ts';
import { escapeMarkup, type Family, MainMarkup } from './page-markup.ts';
import { PageWriter, type Part } from './page-writer.ts';
import { WRITE_MAIN } from './write-main.ts';
import type { WrittenPage } from './written-page.ts';

/** What a page is made from. */
export interface PageRecipe {
  readonly contentType: ContentType;
  readonly language: PageLanguage;
  readonly family: Family;
  readonly seed: number;
  readonly part: Part;
}

const MAIN: Readonly<Record<Family, readonly [string, string]>> = {
  semantic: ['<main><article>', '</article></main>'],
  wordpress: [
    '<div id="content" class="site-content"><article class="post hentry"><div class="entry-content">',
    '</div></article></div>',
  ],
  divs: ['<div class="wrap"><div class="page-body">', '</div></div>'],
  react: ['<main class="css-1x2y3z"><div>', '</div></main>'],
  vue: ['<div class="view__root"><section>', '</section></div>'],
  tables: ['<table width="100%"><tr><td valign="top">', '</td></tr></table>'],
};

/** The same recipe gives the same page. */
export function renderPage(recipe: PageRecipe): WrittenPage {
  const { contentType, language, family, seed, part } = recipe;
  const write = new PageWriter(readPageCorpus(language), seed, part);
  const title = write.title(contentType);
  const main = new MainMarkup(family, write.random);
  const hasHeadline = write.random.chance(contentType === 'merchant_home' ? 0.3 : 0.9);
  if (hasHeadline) main.raw(`<h1>${escapeMarkup(title)}</h1>\n`);
  WRITE_MAIN[contentType](main, write);
  const url = addressOf(contentType, title, write);
  const frame = frameOf(contentType, write);
  const [open, close] = MAIN[family];
  const root =
    family === 'react'
      ? '<div id="__next">'
      : family === 'vue'
        ? '<div id="app" data-v-app>'
        : '<div id="page">';
  const html = `<!doctype html><html lang="${language}"><head>${headOf(contentType, title, write)}</head><body>
${root}${frame.before}${open}
${main.html}${close}${frame.after}</div></body></html>`;
  return {
    id: `${part}-${contentType}-${language}-${seed}`,
    contentType,
    language,
    url,
    html,
    text: main.lines.join('\n'),
  };
}
