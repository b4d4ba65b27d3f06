/** A number stays on one line with its unit. */
export function unbroken(text: string): string {
  return text.replaceAll(/(\d) (%|s|min|h)(?![\p{L}\d])/gu, '$1\u00A0$2');
}

/** `browser_extension`, `score-partners`, `inputTokens` as words. */
export function words(name: string): string {
  return name
    .replaceAll(/[_-]/g, ' ')
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase();
}
