import type { Candidate } from './candidate.ts';
import { plainText } from './plain-text.ts';
import { showsMore } from './reveal-words.ts';

const TAIL_CHARACTERS_MAX = 5;
const CONTROL_CHARACTERS_MAX = 60;

/**
 * Candidates, those marked as masked that are only the end of a code on the control that shows all of it: `See promo code`, `R20`.
 * Ends of one or two characters tell nothing and are left out unless the rest of the page is there to tell whose they are.
 */
export function withTails(candidates: readonly Candidate[]): Candidate[] {
  return candidates.map((candidate) => (isTail(candidate) ? { ...candidate, masked: true } : candidate));
}

/** Whether an end that no code of the page has is long enough to be of use. */
export const isTelling = ({ masked, code }: Candidate): boolean =>
  !masked || /[^\p{L}\p{N}-]|^X{3}|X{3}$/u.test(code) || (code.length >= 3 && /\p{L}/u.test(code));

function isTail({ words, code, masked, element }: Candidate): boolean {
  if (words === null || masked || code.length > TAIL_CHARACTERS_MAX || /\p{Ll}/u.test(code)) return false;
  if (!showsMore(words.text.slice(Math.max(0, words.start - CONTROL_CHARACTERS_MAX), words.start)))
    return false;
  const controls = [...element.querySelectorAll('a, button, [role="button"]')].slice(0, 20);
  const control = [element, ...controls].find((each) =>
    /^(?:A|BUTTON)$/i.test(each.tagName) || each.hasAttribute('role') || each.hasAttribute('onclick')
      ? plainText(each, CONTROL_CHARACTERS_MAX).endsWith(code)
      : false,
  );
  // An element of its own: in one breath with the words it is the code itself.
  return [...(control?.children ?? [])].some((part) => plainText(part, CONTROL_CHARACTERS_MAX) === code);
}
