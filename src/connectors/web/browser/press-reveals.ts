import type { Page } from 'playwright-core';
import { REVEAL_NAMES, REVEAL_WORDS } from '../html/reveal-control.ts';

const CLICKS_MAX = 30;

/**
 * Uses the controls that show a code on the page itself. Links are left alone: following one would count as a visitor
 * whom the site sent, and no shopper was there.
 *
 * @returns how many were used.
 */
export async function pressReveals(page: Page): Promise<number> {
  return page.evaluate(
    ({ words, names, clicksMax }) => {
      const isWords = new RegExp(words, 'i');
      const isNames = new RegExp(names, 'i');
      const candidates = document.querySelectorAll<HTMLElement>(
        'button, [role="button"], input[type="button"], span[onclick], div[onclick], details:not([open]) > summary',
      );
      let used = 0;
      for (const control of candidates) {
        if (used >= clicksMax) break;
        if (control.closest('a[href]:not([href^="#"])') !== null) continue;
        if (control instanceof HTMLButtonElement && control.type === 'submit' && control.form !== null)
          continue;
        const text = (control.innerText || control.getAttribute('value') || '').slice(0, 200);
        const named = `${control.className} ${control.id} ${control.getAttributeNames().join(' ')}`;
        if (!isWords.test(text.replace(/\s+/g, ' ')) && !isNames.test(named)) continue;
        control.click();
        used += 1;
      }
      return used;
    },
    { words: REVEAL_WORDS.source, names: REVEAL_NAMES.source, clicksMax: CLICKS_MAX },
  );
}
