import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { openDocument } from '../../src/intake/web/page/open-document.ts';
import type { CodesPageTruth } from './score.ts';

/** A part of a page that somebody wrote who did not know the rules, with all its codes. */
const Fragment = z.strictObject({
  url: z.string(),
  title: z.string(),
  language: z.string(),
  html: z.string(),
  live: z.array(z.string()).default([]),
  retired: z.array(z.string()).default([]),
  masked: z.array(z.string()).default([]),
});

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The fragments of a file, a line each, as pages of their own. */
export function readFragments(file: string, asOf: Date): CodesPageTruth[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => {
    const { url, title, language, html, live, retired, masked } = Fragment.parse(JSON.parse(line));
    const code = { merchant: null, expires: null, masked: false, retired: false, either: false };
    const page = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body>${html}</body></html>`;
    return {
      url: URL.canParse(url) ? url : null,
      language: language.slice(0, 2),
      codes: [
        ...live.map((text) => ({ ...code, code: text })),
        ...retired.map((text) => ({ ...code, code: text, retired: true })),
        ...masked.map((text) => ({ ...code, code: text, masked: true })),
      ],
      asOf,
      open: () => openDocument({ bytes: Buffer.from(page) }).document,
    };
  });
}
