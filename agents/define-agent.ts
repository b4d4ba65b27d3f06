import assert from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { visibleText } from '../src/domain/text/visible-text.ts';
import type { EngineRun, Fact, LanguageEngine, Wording } from '../src/model/engine.ts';
import { type Prompt, parsePrompt } from '../src/model/prompt.ts';
import type { Tool } from '../tools/define-tool.ts';

export type { EngineRun, LanguageEngine };

const PROMPTS = join(import.meta.dirname, '..', 'prompts');
const STRANGERS_LENGTH_MAX = 120;

export interface AgentDefinition<Outputs extends Record<string, z.ZodType>> {
  readonly name: string;
  /** File name in `prompts/`. */
  readonly prompt: string;
  /** Everything it may call, and nothing else. */
  readonly tools: readonly Tool[];
  /** Section of the prompt → schema of what comes out. */
  readonly outputs: Outputs;
  readonly limits: {
    /** Nodes and tool calls for one work item. */
    readonly stepsMax: number;
    /** Proposals for one work item. */
    readonly proposalsMax: number;
  };
}

export interface Agent<Outputs extends Record<string, z.ZodType> = Record<string, z.ZodType>>
  extends Omit<AgentDefinition<Outputs>, 'prompt'> {
  readonly prompt: Prompt;
  /**
   * Words one section of the prompt from facts.
   *
   * What the prompt declares as `TEXT` counts as a stranger's: it is cut and made visible before any engine sees it.
   *
   * @throws {Refusal} `wording_failed` when the engine's answer does not fit the section's schema.
   */
  word<Section extends keyof Outputs & string>(
    engine: LanguageEngine,
    section: Section,
    facts: Readonly<Record<string, string | number | null>>,
    /** Sentences that managers wrote in the like case, with nobody's data; for a model to follow in tone. */
    examples?: readonly Readonly<Record<string, string>>[],
  ): Promise<Wording<z.output<Outputs[Section]>>>;
}

/** Reads the agent's prompt and checks that it has a section for each output: a mismatch stops the start. */
export function defineAgent<const Outputs extends Record<string, z.ZodType>>(
  definition: AgentDefinition<Outputs>,
): Agent<Outputs> {
  const prompt = parsePrompt(definition.name, readFileSync(join(PROMPTS, definition.prompt), 'utf8'));
  assert.deepEqual(
    Object.keys(prompt.sections).sort(),
    Object.keys(definition.outputs).sort(),
    `prompts/${definition.prompt} has the sections that agents/${definition.name}.ts words`,
  );
  return Object.freeze({
    ...definition,
    prompt,
    word(engine, section, facts, examples = []) {
      const output = definition.outputs[section];
      assert(output, `${definition.name} words ${section}`);
      return engine.word({ prompt, section, facts: trusted(prompt, facts), output, examples });
    },
  } satisfies Agent<Outputs>);
}

function trusted(
  prompt: Prompt,
  facts: Readonly<Record<string, string | number | null>>,
): Record<string, Fact> {
  return Object.fromEntries(
    Object.entries(prompt.inputs).map(([name, inputClass]) => {
      const value = facts[name];
      assert(value !== undefined, `prompt ${prompt.name} needs the fact "${name}"`);
      if (inputClass !== 'TEXT' || typeof value !== 'string') return [name, { value, trust: 'ours' }];
      return [name, { value: visibleText(value, STRANGERS_LENGTH_MAX), trust: 'stranger' }];
    }),
  );
}
