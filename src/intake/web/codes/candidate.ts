import type { SeenHow } from '../../../domain/sightings/seen-code.ts';
import type { Shown } from './page-lines.ts';

/** One place where a code stands. */
export interface Candidate {
  readonly code: string;
  readonly how: SeenHow;
  readonly element: Element;
  /** Line of the page it stands in or by. */
  readonly line: number;
  /** The text it was read from, with its place there; null for an attribute. */
  readonly words: { readonly text: string; readonly start: number; readonly end: number } | null;
  readonly masked: boolean;
  readonly retired: boolean;
  readonly shown: Shown;
  /** The rules that found it. */
  readonly rules: readonly string[];
}

/** Two spellings of one code have the same key. */
export const keyOf = (code: string): string =>
  code.toUpperCase().replaceAll(/[\s\u200b-\u200d\u2060\ufeff]/g, '');
