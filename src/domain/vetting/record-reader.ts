import { APPLICATION_LIMITS, type ClaimedFigures, type Problem } from './application.ts';
import { readClaimed } from './claims/read-claimed.ts';
import { readCount } from './read-count.ts';

type Json = Readonly<Record<string, unknown>>;

/** Reads fields of an object whose keys and values nobody has checked; notes what cannot be as it stands. */
export interface RecordReader {
  readonly record: Json;
  readonly problems: Problem[];
  problem(kind: Problem['kind'], sentence: string): void;
  /** A short text; null when missing, empty or of another kind. */
  word(field: string): string | null;
  /** A long text; empty when missing. A list of texts is joined. */
  text(field: string): string;
  /** The first of these fields that holds a count; null when none does, or an impossible one. */
  count(...fields: readonly string[]): number | null;
  counts(field: string): number[];
  truth(...fields: readonly string[]): boolean | null;
  claims(field: string): { readonly text: string; readonly figures: ClaimedFigures };
}

/** @param where - put before a field's name in sentences, such as "post 3: ". */
export function readerOf(record: Json, where = ''): RecordReader {
  const problems: Problem[] = [];
  const problem = (kind: Problem['kind'], sentence: string): void => {
    if (problems.length < 20) problems.push({ kind, sentence });
  };
  const cut = (text: string, field: string, most: number): string => {
    if (text.length <= most) return text;
    problem('cut', `The field ${where}${field} is longer than ${most} characters; the rest was not read.`);
    return text.slice(0, most);
  };
  const count = (value: unknown, field: string): number | null => {
    if (value === undefined || value === null || value === '') return null;
    const figure = typeof value === 'number' ? value : typeof value === 'string' ? readCount(value) : null;
    if (typeof value === 'number' && !Number.isFinite(value)) figureImpossible(field, 'is no number');
    else if (figure === null) {
      const isWrongNumber = typeof value === 'string' && /^\s*[+-]?(?:nan|inf(?:inity)?)\s*$/iu.test(value);
      if (isWrongNumber) figureImpossible(field, 'is no number');
      else problem('unreadable', `The field ${where}${field} is no figure, so it was left out.`);
    } else if (figure < 0) figureImpossible(field, 'is below zero');
    else if (figure > 0 && figure < 1) figureImpossible(field, 'is a part of one');
    else if (figure > APPLICATION_LIMITS.count) figureImpossible(field, 'is larger than any profile has');
    else return figure;
    return null;
  };
  const figureImpossible = (field: string, why: string): void =>
    problem('impossible', `The figure ${where}${field} ${why}, which cannot be.`);

  return {
    record,
    problems,
    problem,
    word(field) {
      const value = record[field];
      if (value === undefined || value === null) return null;
      if (typeof value !== 'string' && typeof value !== 'number') {
        problem('unreadable', `The field ${where}${field} is no text, so it was left out.`);
        return null;
      }
      const text = cut(String(value).trim(), field, APPLICATION_LIMITS.wordCharacters);
      return text === '' ? null : text;
    },
    text(field) {
      const value = record[field];
      if (value === undefined || value === null) return '';
      const whole = Array.isArray(value)
        ? value.filter((part) => typeof part === 'string').join('\n')
        : value;
      if (typeof whole === 'string') return cut(whole, field, APPLICATION_LIMITS.textCharacters);
      if (typeof whole === 'number') return String(whole);
      problem('unreadable', `The field ${where}${field} is no text, so it was left out.`);
      return '';
    },
    count(...fields) {
      const field = fields.find((name) => record[name] !== undefined && record[name] !== null);
      return field === undefined ? null : count(record[field], field);
    },
    counts(field) {
      const value = record[field];
      if (value === undefined || value === null) return [];
      if (!Array.isArray(value)) {
        problem('unreadable', `The field ${where}${field} is no list, so it was left out.`);
        return [];
      }
      return value
        .slice(0, APPLICATION_LIMITS.figures)
        .map((entry) =>
          count(isRecord(entry) ? (entry.followers ?? entry.count ?? entry.value) : entry, field),
        )
        .filter((figure) => figure !== null);
    },
    truth(...fields) {
      const value = fields.map((name) => record[name]).find((entry) => entry !== undefined && entry !== null);
      if (typeof value === 'boolean') return value;
      if (value === 1 || value === 'true' || value === 'yes') return true;
      if (value === 0 || value === 'false' || value === 'no') return false;
      // A picture's address says that there is one.
      return typeof value === 'string' ? value.trim() !== '' : null;
    },
    claims: (field) =>
      readClaimed(record[field], (text) => cut(text, field, APPLICATION_LIMITS.textCharacters)),
  };
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
