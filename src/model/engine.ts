import type { z } from 'zod';
import type { RunCost } from '../domain/runs/run.ts';
import type { Prompt } from './prompt.ts';

/**
 * One fact handed to an engine, with where it comes from.
 *
 * `ours`: a figure, a date or a word of a closed list, made by our code. `stranger`: somebody else's words, already
 * made visible and cut; an engine places them as text and never takes them for instructions.
 */
export interface Fact {
  readonly value: string | number | null;
  readonly trust: 'ours' | 'stranger';
}

export interface WordingRequest<Output extends z.ZodType> {
  readonly prompt: Prompt;
  /** The section of the prompt that is to be worded. */
  readonly section: string;
  readonly facts: Readonly<Record<string, Fact>>;
  readonly output: Output;
}

export interface Wording<Output> {
  readonly words: Output;
  /** Which engine and which prompt, with version, wrote them. */
  readonly madeBy: { readonly engine: string; readonly prompt: string };
  readonly cost: RunCost;
}

/**
 * Turns facts into words. Figures come from code: an engine words them and computes none.
 *
 * Every answer fits its schema, or the call fails and a person looks.
 */
export interface LanguageEngine {
  /** With version, such as `embedded@1`. */
  readonly name: string;
  /** @throws {Refusal} `wording_failed` when no answer that fits the schema came about. */
  word<Output extends z.ZodType>(request: WordingRequest<Output>): Promise<Wording<z.output<Output>>>;
}
