import type { z } from 'zod';
import type { ParsedMail } from '../domain/inbox/parsed-mail.ts';
import type { Triage } from '../domain/inbox/triage.ts';
import type { RunCost, RunError } from '../domain/runs/run.ts';
import type { LookComparison } from '../domain/vetting/look/model-look.ts';
import type { TriageContext } from './embedded/inbox/triage-mail.ts';
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
  /** Words that the manager approved before in the like case, with nobody's data in them; for a model to follow in tone. */
  readonly examples?: readonly Readonly<Record<string, string>>[];
}

/** Which engine and which prompt, both with version, made something. */
export interface MadeBy {
  readonly engine: string;
  /** Null where no prompt was needed. */
  readonly prompt: string | null;
}

export interface Wording<Output> {
  readonly words: Output;
  readonly madeBy: MadeBy & { readonly prompt: string };
  readonly cost: RunCost;
}

/** A stranger's words that stand in their mail exactly so: `text.slice(start, end) === quote`. */
export interface Quote {
  readonly slot: string;
  readonly quote: string;
  /** In UTF-16 units of the text that was read: the subject, a line break, and the body as `viewMail` has it. */
  readonly start: number;
  readonly end: number;
}

/** What an engine makes of one mail. */
export interface Reading {
  readonly triage: Triage;
  readonly madeBy: MadeBy;
  /** An engine that should have read it failed, or answered nonsense: the mail's route is `human`, and it is marked. */
  readonly needsReview: boolean;
  /** Where a model found what it claims; empty when no model read the mail. */
  readonly quotes: readonly Quote[];
  readonly cost: RunCost;
}

/** One call of a language engine, for the history of a run. */
export interface EngineCall {
  /** Engine, then prompt and section or what it did, such as `gpt-4.1-mini read-mail@1`. */
  readonly name: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  /** `inputTokens`, `outputTokens`, `micros`; `modelFallbacks`, `modelOverBudget`, `modelPaused` when it was another engine's turn. */
  readonly counts: Readonly<Record<string, number>>;
  readonly error: RunError | null;
}

/** Small WebP copies of pictures, made by us. */
export interface LookPictures {
  readonly posts: readonly Uint8Array[];
  readonly board: readonly Uint8Array[];
}

export interface ComparedLook {
  readonly comparison: LookComparison;
  readonly madeBy: { readonly engine: string; readonly prompt: string };
}

/** The run that an engine works for: whose budget it uses, and whose history it writes. */
export interface EngineRun {
  readonly runId: string;
  now(): Date;
  /** Notes a call, with its cost. Nobody else notes it again. */
  note(call: EngineCall): void;
}

/**
 * Turns facts into words, and strangers' mail into closed words. Figures come from code: an engine computes none.
 *
 * Every answer fits its schema, or the call fails and a person looks. Each call says what it is trusted with: `word` gets
 * facts with their trust, `readMails` gets nothing but a stranger's mail and what `context` says of its sender, and has no
 * tools; `embed` gives numbers.
 */
export interface LanguageEngine {
  /** With version, such as `embedded@1`. */
  readonly name: string;
  /** @throws {Refusal} `wording_failed` when no answer that fits the schema came about. */
  word<Output extends z.ZodType>(request: WordingRequest<Output>): Promise<Wording<z.output<Output>>>;
  /** What each mail wants, in their order. Never fails for one mail's sake: that one `needsReview`. */
  readMails(mails: readonly ParsedMail[], context: TriageContext): Promise<Reading[]>;
  /** Texts to points of 512 numbers and length 1: near ones mean alike. Strangers' text is welcome: nothing reads it. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** An applicant's pictures beside the brand's, by a model with eyes; absent where no model is. @throws {Refusal} a `model_…` code. */
  compareLook?(pictures: LookPictures): Promise<ComparedLook>;
  /** This engine at work for a run. */
  forRun(run: EngineRun): LanguageEngine;
}
