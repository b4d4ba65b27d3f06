const NO =
  'no|none|not|without|kein|keine|keinen|ohne|sans|aucun|pas|sin|ningun|senza|nessun|sem|nenhum|geen|zonder|bez|brak|nie|ingen|inga|utan|uden|ilman';
const CODE =
  '(?:promo|coupon|voucher|discount|gutschein|rabatt|aktions|kortings|actie)?(?:code|codes|coupon|coupons|voucher|kod|kodu|kode|koden|codigo|codice|gutschein|cupon|cupom|kupon|kuponu|koodi)';
const NEED =
  '(?:is|ist|est|es)?(?:needed|required|necessary|nec|req|notig|noetig|erforderlich|notwendig|requis|necessaire|necesario|requerido|richiesto|necessario|nodig|vereist|potrzebny|wymagany|kravs|behovs)';
const PLACEHOLDER = new RegExp(
  `^(?:(?:${NO})(?:un|de|a)?${CODE}(?:${NEED})?|${CODE}?(?:not|no|nicht|pas|non|niet|nie|ej|inte)${NEED}|(?:no|not)${NEED}|auto(?:matic(?:ally)?|matisch)?(?:applied|apply|discount|code)?|applied(?:automatically|atcheckout)?|dire[ck]t(?:link|deal|url|erlink)|(?:deal|offer|sale|link|promo|product|web)(?:link|only|page|active|activated)|activ(?:ate|ated|e)?(?:deal|offer)|(?:see|view|get|click|open|go|visit)(?:site|store|shop|deal|offer|here|details|terms|sale|tosite|tostore|todeal|towebsite)|(?:online|instore)(?:only|sale|deal|offer|code)|newsletter|hidden(?:code)?|locked|membersonly|logintosee|login(?:required)?|tobeannounced|comingsoon|placeholder|(?:your|enter|insert|add|my|the|example|sample|test|dummy|demo)(?:${CODE}|here)(?:here)?)$`,
);

/** Whether a value where a code belongs says that there is none, or nothing yet: `NO_CODE_REQUIRED`, `Kein Code nötig`, `DIREKTLINK`. */
export function saysNoCode(value: string): boolean {
  if (value.length > 40) return false;
  const letters = value
    .normalize('NFD')
    .replaceAll(/[\p{M}\s_.!/'’-]/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase();
  return PLACEHOLDER.test(letters);
}
