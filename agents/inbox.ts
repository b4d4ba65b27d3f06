import { z } from 'zod';
import { gatherContext } from '../tools/mail/gather-context.ts';
import { proposeCommissionChange } from '../tools/mail/propose-commission-change.ts';
import { proposeHandOver } from '../tools/mail/propose-hand-over.ts';
import { proposePayoutCheck } from '../tools/mail/propose-payout-check.ts';
import { proposeReply } from '../tools/mail/propose-reply.ts';
import { readMail } from '../tools/mail/read-mail.ts';
import { letterFields } from '../tools/proposing-fields.ts';
import { defineAgent } from './define-agent.ts';

const Letter = z.strictObject(letterFields);

const outputs = {
  payment: Letter,
  tracking: Letter,
  commission: Letter,
  code: Letter,
  creative: Letter,
  sample: Letter,
  application: Letter,
  programme: Letter,
  termination: Letter,
  acknowledge: Letter,
  payout: Letter,
};

const tools = [
  readMail,
  gatherContext,
  proposeReply,
  proposeHandOver,
  proposeCommissionChange,
  proposePayoutCheck,
];
const limits = { stepsMax: 40, proposalsMax: 3 };

/** Words answers to mail it never sees: what the mail is about and every figure is code, where it goes is policy. */
export const inbox = defineAgent({ name: 'inbox', prompt: 'inbox.md', tools, outputs, limits });

const translated = (language: string): typeof inbox =>
  defineAgent({ name: `inbox-${language}`, prompt: `inbox/${language}.md`, tools, outputs, limits });

const LETTERS: Readonly<Record<string, typeof inbox>> = {
  en: inbox,
  de: translated('de'),
  fr: translated('fr'),
  es: translated('es'),
  it: translated('it'),
  pt: translated('pt'),
  nl: translated('nl'),
};

/** Who words letters in a language; the English one for those that no letters are written in. */
export const inboxIn = (language: string): typeof inbox => LETTERS[language] ?? inbox;
