import { LOCALE } from './locale.ts';

const names = new Intl.DisplayNames(LOCALE, { type: 'language', fallback: 'none' });

/** `German` for `de`; the code itself where it has no name, and a sentence where nothing tells. */
export function languageName(code: string | null): string {
  if (code === null) return 'not recognised';
  try {
    return names.of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
}
