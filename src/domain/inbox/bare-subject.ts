/** Re: and Fwd: as mail programs of many languages write them, any number of them, numbered or not. */
const PREFIXES =
  /^(?:\s*(?:re|aw|antw|antwort|sv|rv|rif|r[ée]f|r|odp|res|ynt|fwd?|wg|tr|i|enc|vs|doorst|رد|回复|回覆|答复|转发|轉寄)\s*(?:\[\d+\])?\s*[:：])+/iu;
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;

/** A subject without the marks of replies and forwards, on one line; empty when nothing else stands in it. */
export const bareSubject = (subject: string): string =>
  subject.replaceAll(CONTROLS, ' ').replace(PREFIXES, '').trim();
