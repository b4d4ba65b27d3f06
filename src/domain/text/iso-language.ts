const ISO_639_1 = /^[a-z]{2}(?=$|[-_])/;

/**
 * A language as the doors show it, ISO 639-1 such as `de`; null when it is unknown or not listed there. Inside, `und`
 * stands for what nothing tells.
 */
export const isoLanguage = (language: string): string | null =>
  ISO_639_1.exec(language.toLowerCase())?.[0] ?? null;
