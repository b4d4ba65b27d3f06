/** The first of some meta elements, by name, property or itemprop, that says something. @returns null when none does. */
export function metaOf(document: Document, names: readonly string[], charactersMax: number): string | null {
  for (const name of names) {
    const found = document.querySelector(
      `meta[property="${name}" i], meta[name="${name}" i], meta[itemprop="${name}" i]`,
    );
    const words = found?.getAttribute('content')?.replaceAll(/\s+/g, ' ').trim().slice(0, charactersMax);
    if (words) return words;
  }
  return null;
}
