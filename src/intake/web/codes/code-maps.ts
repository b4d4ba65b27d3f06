import { namedCode } from '../../../domain/sightings/named-code.ts';
import { namesCode } from '../../../domain/sightings/names-code.ts';

const ENTRIES_MAX = 500;
const CHARACTERS_MAX = 40;

/** The codes of an object that is called a list of them and is one by numbers: `dealCodes = {"61190": {"c": "SAVE20", …}}`. */
export function codesOfMap(name: string, value: object): string[] {
  if (Array.isArray(value) || !/s$/i.test(name) || namesCode(name) !== 'sure') return [];
  const entries = Object.entries(value).slice(0, ENTRIES_MAX);
  if (!entries.every(([key]) => /\d{2}/.test(key))) return [];
  return entries.flatMap(([, each]) => {
    const texts = typeof each === 'string' ? [each] : textsIn(each);
    return texts.find(isCode) ?? [];
  });
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).filter((each) => typeof each === 'string')
    : [];

function isCode(text: string): boolean {
  if (text.length > CHARACTERS_MAX) return false;
  const code = namedCode(text);
  return code !== null && !code.masked && code.code === text.trim() && /^(?:strong|caps)$/.test(code.shape);
}
