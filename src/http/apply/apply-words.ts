import { z } from 'zod';
import { PLATFORMS } from '../../domain/vetting/application.ts';
import json from './apply-words.json' with { type: 'json' };

const FIELDS = [
  'name',
  'email',
  'platform',
  'handle',
  'url',
  'followers',
  'region',
  'about',
  'pitch',
  'consent',
] as const;
const Text = z.string().min(1);
const ApplyWords = z.strictObject({
  title: Text,
  intro: Text,
  ...(Object.fromEntries(FIELDS.map((field) => [field, Text])) as Record<
    (typeof FIELDS)[number],
    typeof Text
  >),
  platforms: z.record(z.enum(PLATFORMS), Text),
  optional: Text,
  send: Text,
  trap: Text,
  thanksTitle: Text,
  thanks: Text,
  errorsTitle: Text,
  errors: z.record(z.enum([...FIELDS, 'form']), Text),
  limitTitle: Text,
  limit: Text,
});
export type ApplyWords = z.infer<typeof ApplyWords>;

const WORDS = z.record(z.string(), ApplyWords).parse(json);

/** The words of the form in the language that a browser asks for first and we have; English otherwise. */
export function applyWords(acceptLanguage: string | undefined): { language: string; words: ApplyWords } {
  const asked = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = Number(parameters.find((each) => each.trim().startsWith('q='))?.split('=')[1] ?? 1);
      return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0, at };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.at - other.at);
  for (const { language } of asked) {
    const words = WORDS[language];
    if (words !== undefined && Object.hasOwn(WORDS, language)) return { language, words };
  }
  const words = WORDS.en;
  if (words === undefined) throw new TypeError('there are English words');
  return { language: 'en', words };
}
