/** Local models that think aloud do so first. */
const THOUGHTS = /^\s*<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/i;

/**
 * The JSON object that a model's text holds, whether bare, in a code fence or between words.
 *
 * @returns what was read; undefined when there is none, which fits no schema.
 */
export function jsonIn(text: string): unknown {
  const words = text.replace(THOUGHTS, '');
  const from = words.indexOf('{');
  const to = words.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(words.slice(from, to + 1));
  } catch {
    // Half an answer, or several: nobody guesses which was meant.
    return undefined;
  }
}
