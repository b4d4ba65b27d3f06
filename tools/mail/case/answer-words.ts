import type { MailCase } from './mail-case.ts';

export type LetterFacts = Record<string, string | number | null>;

/**
 * The facts that a letter is worded from, by the names that the prompts use.
 *
 * What a mail names and we do not have is said without repeating it: those are its sender's words.
 */
export function answerWords({ facts, mail }: MailCase): LetterFacts {
  const { ordersUnknown, ordersNotTheirs, ...words } = facts.words;
  return {
    ...words,
    ordersNotFound: ordersUnknown !== null || ordersNotTheirs !== null ? 'yes' : null,
    missing: facts.missing[0] ?? null,
    language: mail.triage?.language ?? 'en',
  };
}
