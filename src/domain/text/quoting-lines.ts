const ATTRIBUTION_LENGTH_MAX = 300;
const WROTE =
  /^\s*(?:on|am|le|el|il|em|op|w dniu|(?:pon|wt|śr|czw|pt|sob|niedz)\.,|den|d\.|at|in|في|بتاريخ|在|\d{4}[-/年.]).{3,280}(?:wrote|schrieb|a [ée]crit|escribi[óo]|ha scritto|escreveu|schreef|napisa[łl]|skrev|كتب|تمت كتابة|写道|のメール)[^:\n]{0,80}:?\s*$/iu;
const FORWARD_HEAD =
  /^[\s>]*(?:-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)|doorgestuurd bericht|رسالة مُ?عاد توجيهها|رسالة محولة)|begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|d[ée]but du message r[ée]exp[ée]di[ée]|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht)/iu;
const ORIGINAL_HEAD =
  /^[\s>]*-{2,}\s*(?:original message|urspr[üu]ngliche nachricht|message d.origine|message original|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|الرسالة الأصلية)/iu;
const FROM_LINE = /^[\s>*_]*(?:from|von|de|da|van|από|من|od|från|fra|发件人|差出人)\s?:\*?\s*\S/iu;
const SENT_LINE =
  /^[\s>*_]*(?:sent|date|gesendet|datum|envoy[ée]|enviad[oa](?: e[lm])?|fecha|inviato|data|verzonden|to|an|à|para|a|aan|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|إلى|التاريخ|الموضوع|تم الإرسال)\s?:\*?\s*\S/iu;

/** Whether a line opens a message that is passed on. */
export function isForwardHead(line: string): boolean {
  return FORWARD_HEAD.test(line);
}

/** Whether a line opens the history as Outlook writes it. */
export function isOriginalHead(line: string): boolean {
  return ORIGINAL_HEAD.test(line);
}

/** Number of lines that "On … wrote:" takes from `index` on, mail programs wrap it; 0 when it does not stand there. */
export function isAttribution(lines: readonly string[], index: number): number {
  const first = lines[index] ?? '';
  if (first.trim() === '' || first.length > ATTRIBUTION_LENGTH_MAX) return 0;
  if (WROTE.test(first) && /\d/.test(first)) return 1;
  const two = `${first} ${lines[index + 1] ?? ''}`;
  if (two.length <= ATTRIBUTION_LENGTH_MAX && WROTE.test(two) && /\d/.test(first) && /:\s*$/.test(two))
    return 2;
  return 0;
}

/** Whether a block of copied header lines (From, then Sent, To, Subject …) starts here; two lines are one already. */
export function startsHeaderBlock(lines: readonly string[], index: number): boolean {
  return FROM_LINE.test(lines[index] ?? '') && SENT_LINE.test(lines[index + 1] ?? '');
}
