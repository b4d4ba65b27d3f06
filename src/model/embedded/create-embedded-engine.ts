import { Liquid } from 'liquidjs';
import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import type { LanguageEngine, Reading, Wording, WordingRequest } from '../engine.ts';
import { NO_COST } from '../no-cost.ts';
import { noteCalls } from '../note-calls.ts';
import { createInboxEngine } from './inbox/create-inbox-engine.ts';
import { type InboxEngine, triageMails } from './inbox/triage-mail.ts';

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

/**
 * The engine that needs no key: the prompt's own templates, filled with the facts; mail by the committed weights. Costs
 * nothing. What reading mail needs is loaded at the first mail or text, in under two seconds, and once.
 */
export function createEmbeddedEngine(load: () => Promise<InboxEngine> = createInboxEngine): LanguageEngine {
  const liquid = new Liquid(BOUNDS);
  let loading: Promise<InboxEngine> | null = null;
  const loaded = (): Promise<InboxEngine> => {
    loading ??= load().catch((error: unknown) => {
      // The next call may find the files.
      loading = null;
      throw error;
    });
    return loading;
  };

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
      cost: NO_COST,
    };
  }

  return {
    name: NAME,
    word,
    async readMails(mails, context) {
      if (mails.length === 0) return [];
      const triages = await triageMails(mails, await loaded(), context);
      return triages.map(
        (triage): Reading => ({
          triage,
          madeBy: { engine: NAME, prompt: null },
          needsReview: false,
          quotes: [],
          cost: NO_COST,
        }),
      );
    },
    embed: async (texts) => (texts.length === 0 ? [] : (await loaded()).encoder.encode(texts)),
    forRun(run) {
      return noteCalls(this, run);
    },
  };
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
