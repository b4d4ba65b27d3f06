const PREFIXES =
  /^(?:\s*(?:re|aw|antw|antwort|sv|rv|rif|ref|r|odp|res|ynt|fwd?|wg|tr|i|enc|vs|doorst|رد)\s*(?:\[\d+\])?\s*[:：])+/iu;
const KEY_LENGTH_MIN = 4;
const KEY_LENGTH_MAX = 200;

/** A subject as two mails of one conversation share it; empty when it is too short to say anything. */
export function subjectKey(subject: string): string {
  const key = subject
    .normalize('NFKC')
    .replace(PREFIXES, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .slice(0, KEY_LENGTH_MAX);
  return key.length < KEY_LENGTH_MIN ? '' : key;
}
