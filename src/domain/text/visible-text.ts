/** Controls, joiners, bidi marks, tags, fillers, private and lone code units: what a person would not see, or would misread. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A stranger's words as one line a person can trust their eyes with: every character that would be invisible, or would
 * turn the text round, stands there as a mark such as `⟨U+202E⟩`.
 *
 * @param lengthMax - characters (code points) kept; what is cut shows as `…`. Marks count as what they replace.
 */
export function visibleText(text: string, lengthMax: number): string {
  const characters = [...text];
  const kept = characters.slice(0, lengthMax).join('');
  const marked = kept.replaceAll(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
  return characters.length > lengthMax ? `${marked}…` : marked;
}
