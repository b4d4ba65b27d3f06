import { HAND_OVER_REASONS } from '../../../src/domain/inbox/hand-over.ts';
import { onlyResembles } from '../../../src/domain/inbox/mail-plan.ts';
import { LETTER_LANGUAGES } from '../../../src/domain/inbox/own-words.ts';
import type { MailCase } from './mail-case.ts';

const TITLES: Readonly<Record<string, string>> = {
  payment: 'Answer a question about payments',
  tracking: 'Answer a report of missing tracking',
  commission: 'Answer a request for a higher rate',
  code: 'Answer a question about a code',
  creative: 'Answer a request for material',
  sample: 'Answer a request for a sample',
  application: 'Answer an application',
  programme: 'Answer a question about the programme',
  termination: 'Answer a wish to leave the programme',
  acknowledge: 'Acknowledge a mail',
};
const DESKS = {
  press: 'For the press desk',
  legal: 'For the legal desk',
  manager: 'For you to answer',
  security: 'For the security desk',
} as const;

/** Title and summary of an answer's card: ours, never the mail's words. */
export function cardWords(
  { mail, plan, sender, facts }: MailCase,
  { by, note }: { readonly by: 'template' | 'model' | 'person'; readonly note: string | null },
): { title: string; summary: string } {
  const language = mail.triage?.language ?? 'en';
  const summary = [
    mail.triage?.summary ?? 'A mail that could not be read.',
    mail.triage !== null && onlyResembles(mail.triage)
      ? 'It resembles mails that a person had to answer: read it before you approve.'
      : null,
    by === 'person' ? 'The letter is your own words, with a greeting and a farewell.' : null,
    by === 'template' ? 'The letter is a template filled with our own figures.' : null,
    note !== null && by === 'template'
      ? 'Your comment could not be worked in without a language model: change the letter itself, or send it back with the words that the partner should read.'
      : null,
    LETTER_LANGUAGES.includes(language) || by === 'person'
      ? null
      : language === 'und'
        ? 'The language of the mail was not recognised; the draft is in English.'
        : `The mail is written in another language (${language}); the draft is in English.`,
    sender?.isSpoofable ? 'Nothing proves who wrote it, so the answer goes to the address on file.' : null,
    by === 'person' || facts.missing.length === 0 ? null : 'It asks for what is missing.',
  ];
  return {
    title: plan.answer === 'reply' ? (TITLES[plan.topic] ?? 'Answer a mail') : 'Answer a mail in your words',
    summary: sentences(summary),
  };
}

/** The same for a mail that a person takes in hand. */
export function handOverWords({ mail, plan }: MailCase): { title: string; summary: string } {
  if (plan.answer !== 'hand-over') return { title: DESKS.manager, summary: 'A mail.' };
  const { triage } = mail;
  const about = triage === null ? 'a mail that could not be read' : triage.intent.replaceAll('_', ' ');
  return {
    title: `${DESKS[plan.desk]}: ${about}`,
    summary: sentences([
      triage?.summary ?? null,
      ...plan.reasons.map((reason) => HAND_OVER_REASONS[reason]),
      plan.reasons.includes('phishing')
        ? 'Approve to take it in hand. It is never answered.'
        : 'Approve to take it in hand; send it back with the words that the sender should read, and they become a letter.',
    ]),
  };
}

const sentences = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(' ');
