import type { z } from 'zod';
import type { Queryable } from '../db/client.ts';
import type { Policy } from '../src/domain/policies.ts';

/** What a tool is given. There is no connector that writes in here, and there never will be. */
export interface ToolContext {
  /** Runs under the agents' role: select, and insert a proposal. */
  readonly db: Queryable;
  /** Null when a person asks in the chat: no run stands behind it. */
  readonly runId: string | null;
  /** The person on whose word a wish is made; absent when a workflow makes it by itself. */
  readonly askedBy?: string;
  readonly now: Date;
  readonly policy: Policy;
  /** ISO 4217. */
  readonly programmeCurrency: string;
  /** Texts as points of length 1, near ones mean alike; made for English. Absent where no encoder is at hand. */
  embed?(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/**
 * Where an argument may come from.
 *
 * `CTRL` from the plan or an operator only; `REF` a row id found by our own look-up; `NUM` computed by code or typed
 * by an operator; `TEXT` may hold strangers' words, length-capped, shown as text and never acted on.
 */
export type ArgumentClass = 'CTRL' | 'REF' | 'NUM' | 'TEXT';

/** What a tool's answer brings to whoever called it; the capability matrix sums these for each graph node. */
export interface ToolExposure {
  /** The answer may hold words written outside this organisation. */
  readonly strangersText: boolean;
  /** The answer holds figures or rows that a stranger must not see. */
  readonly privateData: boolean;
}

export interface Tool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType> {
  /** `<subject>_<verb>`, as the file's path says; model providers refuse dots. */
  readonly name: string;
  readonly description: string;
  /** `reads` looks; `proposes` inserts proposals and nothing else. */
  readonly effect: 'reads' | 'proposes';
  readonly exposure: ToolExposure;
  readonly input: Input;
  readonly output: Output;
  /** Every field of the input, and no other. */
  readonly arguments: { readonly [Field in keyof Input['shape']]: ArgumentClass };
  readonly limits: {
    /** One call that takes longer has failed. */
    readonly seconds: number;
  };
  run(input: z.output<Input>, context: ToolContext): Promise<z.input<Output>>;
}

export function defineTool<Input extends z.ZodObject, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
): Tool<Input, Output> {
  return Object.freeze(tool);
}
