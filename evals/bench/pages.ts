import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { openPageAuditor } from '../../src/composition/open-page-auditor.ts';
import { pageRecipes } from '../pages/page-recipes.ts';
import { renderPage } from '../pages/render-page.ts';
import type { BenchResult } from './bench-result.ts';

const PAGES = 120;
const REPETITIONS = 3;
const BRAND = {
  ours: null,
  brand: null,
  asOf: new Date('2026-01-01T00:00:00Z'),
  contentType: 'text/html; charset=utf-8',
};

/** Auditing written pages in two threads, against only parsing them and looking for the article in this one. */
export async function benchPages(): Promise<BenchResult> {
  const pages = pageRecipes('test')
    .filter((_, at) => at % 3 === 0)
    .slice(0, PAGES)
    .map(renderPage);
  const auditor = openPageAuditor(2);
  const auditAll = (): Promise<unknown> =>
    Promise.all(
      pages.map(({ id, html, url }) =>
        auditor.audit({ ...BRAND, source: id, url, bytes: new TextEncoder().encode(html) }),
      ),
    );
  await auditAll();
  const ratios: number[] = [];
  let [auditSeconds, readSeconds] = [0, 0];
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const start = performance.now();
    for (const { html } of pages) new Readability(parseHTML(html).document).parse();
    const middle = performance.now();
    await auditAll();
    readSeconds = (middle - start) / 1_000;
    auditSeconds = (performance.now() - middle) / 1_000;
    ratios.push(auditSeconds / readSeconds);
  }
  await auditor.close();
  return {
    name: 'pages',
    says: 'auditing pages in two threads ÷ parsing them and Readability alone in one',
    ratios,
    promise: { atMost: 4 },
    seen: { pages: pages.length, auditSeconds, readSeconds, pagesPerSecond: pages.length / auditSeconds },
  };
}
