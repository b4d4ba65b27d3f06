import { z } from 'zod';
import { gatherContext } from '../tools/applications/gather-context.ts';
import { proposeAccept } from '../tools/applications/propose-accept.ts';
import { proposeAsk } from '../tools/applications/propose-ask.ts';
import { proposeDecline } from '../tools/applications/propose-decline.ts';
import { readApplication } from '../tools/applications/read-application.ts';
import { letterFields } from '../tools/proposing-fields.ts';
import { defineAgent } from './define-agent.ts';

const Letter = z.strictObject(letterFields);
const outputs = { accept: Letter, decline: Letter, ask: Letter };
const tools = [readApplication, gatherContext, proposeAccept, proposeDecline, proposeAsk];
const limits = { stepsMax: 40, proposalsMax: 3 };

/** Words letters to applicants whose applications it never sees: what is decided and every figure is code. */
export const vetting = defineAgent({ name: 'vetting', prompt: 'vetting.md', tools, outputs, limits });

const translated = (language: string): typeof vetting =>
  defineAgent({ name: `vetting-${language}`, prompt: `vetting/${language}.md`, tools, outputs, limits });
const LETTERS: Readonly<Record<string, typeof vetting>> = {
  en: vetting,
  de: translated('de'),
  fr: translated('fr'),
  es: translated('es'),
  it: translated('it'),
  pt: translated('pt'),
  nl: translated('nl'),
};

/** Who words letters in a language; the English one for those that no letters are written in. */
export const vettingIn = (language: string): typeof vetting => LETTERS[language] ?? vetting;
