import { wordsLanguage } from '../text/words-language.ts';

interface Frame {
  readonly subject: string;
  readonly hello: string;
  readonly bye: string;
}

const ENGLISH: Frame = {
  subject: 'Your mail to the affiliate team',
  hello: 'Hello,',
  bye: 'Kind regards\nThe affiliate team',
};
const FRAMES: Readonly<Record<string, Frame>> = {
  en: ENGLISH,
  de: {
    subject: 'Ihre Nachricht an das Affiliate-Team',
    hello: 'Guten Tag,',
    bye: 'Freundliche Grüße\nIhr Affiliate-Team',
  },
  fr: {
    subject: 'Votre message à l’équipe d’affiliation',
    hello: 'Bonjour,',
    bye: 'Cordialement,\nL’équipe d’affiliation',
  },
  es: {
    subject: 'Su mensaje al equipo de afiliación',
    hello: 'Hola:',
    bye: 'Un cordial saludo,\nEl equipo de afiliación',
  },
  it: {
    subject: 'Il suo messaggio al team affiliazione',
    hello: 'Buongiorno,',
    bye: 'Cordiali saluti,\nIl team affiliazione',
  },
  pt: {
    subject: 'A sua mensagem à equipa de afiliados',
    hello: 'Olá,',
    bye: 'Com os melhores cumprimentos,\nA equipa de afiliados',
  },
  nl: {
    subject: 'Uw bericht aan het affiliateteam',
    hello: 'Goedendag,',
    bye: 'Met vriendelijke groet,\nHet affiliateteam',
  },
};

const GREETING =
  /^\s*(?:hello|hi|hey|dear|good (?:morning|afternoon|day)|guten tag|hallo|liebe[rs]?|sehr geehrte|bonjour|ch[eè]re?|hola|estimad|buongiorno|gentile|ciao|ol[áa]|car[oa]|prezad|goedendag|beste|geachte|السلام|مرحبا)/iu;
const FAREWELL =
  /(?:regards|best wishes|sincerely|thanks|grüße|gruß|cordialement|salutations|saludos?|saluti|cumprimentos|groet(?:en)?|تحياتي)[\s,.!]*(?:\n.{0,80}){0,3}\s*$/iu;
/** How one begins to tell somebody else what to write. */
const ORDER =
  /^\s*(?:please\s+|bitte\s+)?(?:make|shorten|change|remove|delete|drop|mention|tell|say|ask|use|be\b|don['’]?t|do not|rewrite|rephrase|reword|translate|include|add|less|more|too|wrong|not|why|no[,. ]|he\b|she\b|they\b|it\b|this\b|kürzer|freundlicher|erwähne|schreib|sag|frag)/iu;
const SENTENCE_LENGTH_MIN = 40;

/** Whether a manager's comment is itself what the partner should read, rather than word on how to write it. */
export function readsAsLetter(comment: string): boolean {
  if (GREETING.test(comment)) return true;
  if (ORDER.test(comment)) return false;
  return comment.trim().length >= SENTENCE_LENGTH_MIN && /[.!?؟]\s*$/u.test(comment.trim());
}

/**
 * A letter whose words are the manager's own, with a greeting and a farewell where they have none.
 *
 * @param language - of the mail, ISO 639-1: that of the greeting where the words do not tell theirs. English where we have
 *   no letters in it.
 */
export function ownWords(comment: string, language: string): { subject: string; body: string } {
  const { subject, hello, bye } = FRAMES[wordsLanguage(comment) ?? language] ?? ENGLISH;
  const words = comment.trim();
  const parts = [GREETING.test(words) ? null : hello, words, FAREWELL.test(words) ? null : bye];
  return { subject, body: parts.filter((part) => part !== null).join('\n\n') };
}

/** Languages that letters are written in. */
export const LETTER_LANGUAGES: readonly string[] = Object.keys(FRAMES);
