import { Liquid } from 'liquidjs';
import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { LanguageEngine, Wording, WordingRequest } from '../engine.ts';

const NAME = 'embedded@1';
const TEMPLATE_LENGTH_MAX = 20_000;
const RENDER_MS_MAX = 500;
/** Characters and list items that one rendering may make. */
const MEMORY_MAX = 200_000;

/** A template reaches no other file and soon comes to an end, whatever it says. */
const BOUNDS = {
  templates: {},
  parseLimit: TEMPLATE_LENGTH_MAX,
  renderLimit: RENDER_MS_MAX,
  memoryLimit: MEMORY_MAX,
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
};

/** The engine that needs no key: the prompt's own templates, filled with the facts. Costs nothing. */
export function createEmbeddedEngine(): LanguageEngine {
  const liquid = new Liquid(BOUNDS);

  async function word<Output extends z.ZodType>(
    request: WordingRequest<Output>,
  ): Promise<Wording<z.output<Output>>> {
    const { prompt, section, output } = request;
    const fields = prompt.sections[section];
    if (!fields) throw failed(request, `${prompt.name} has no section "${section}".`);
    const facts = Object.fromEntries(Object.entries(request.facts).map(([name, { value }]) => [name, value]));
    const drafts: Record<string, string> = {};
    for (const [field, template] of Object.entries(fields)) {
      drafts[field] = tidied(await rendered(liquid, request, template, facts));
    }
    const words = output.safeParse(drafts);
    if (!words.success) throw failed(request, z.prettifyError(words.error));
    return {
      words: words.data,
      madeBy: { engine: NAME, prompt: `${prompt.name}@${prompt.version}` },
      cost: { inputTokens: 0, outputTokens: 0, micros: '0', currency: 'USD' },
    };
  }

  return { name: NAME, word };
}

async function rendered(
  liquid: Liquid,
  request: WordingRequest<z.ZodType>,
  template: string,
  facts: Readonly<Record<string, unknown>>,
): Promise<string> {
  try {
    return await liquid.parseAndRender(template, facts);
  } catch (error) {
    throw failed(request, error instanceof Error ? error.message : String(error));
  }
}

/**
 * Conditions in a template leave blank lines and ends behind, and its lines are as long as the file's. As in Markdown,
 * a blank line ends a paragraph and a backslash ends a line.
 */
const tidied = (text: string): string =>
  text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .replaceAll(/(?<![\n\\])\n(?!\n)/g, ' ')
    .replaceAll('\\\n', '\n')
    .trim();

function failed({ prompt, section }: WordingRequest<z.ZodType>, why: string): Refusal {
  return new Refusal(
    'wording_failed',
    `${prompt.name} could not be worded (${section}): ${why.slice(0, 500)}`,
  );
}
