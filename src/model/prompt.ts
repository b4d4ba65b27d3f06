import { strict as assert } from 'node:assert';
import { z } from 'zod';

/** Where a fact may come from: `NUM` and `ENUM` from our code, `TEXT` may hold strangers' words. */
const InputClass = z.enum(['NUM', 'ENUM', 'TEXT']);

/** A prompt file: what it is told (`instructions`), and for each section the fields to be worded, as templates. */
export const Prompt = z.strictObject({
  name: z.string().min(1),
  version: z.coerce.number().int().min(1),
  inputs: z.record(z.string(), InputClass),
  /** Sections that a model may word where there is one; the others are always filled in as they stand. */
  prose: z.array(z.string()),
  instructions: z.string().min(1),
  sections: z.record(z.string(), z.record(z.string(), z.string().min(1))),
});
export type Prompt = z.infer<typeof Prompt>;

const FRONT_MATTER = /^---\n(.*?)\n---\n(.*)$/s;

/**
 * Reads a prompt file: front matter (`version: 1`, `inputs: name NUM, other TEXT`, `prose: section, other` or `prose: all`), the instructions, then one
 * `## section` after the other with its `### field`s.
 *
 * @throws a zod error naming what is missing: a prompt is code, and a broken one stops the start.
 */
export function parsePrompt(name: string, text: string): Prompt {
  const [, front = '', body = ''] = FRONT_MATTER.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const settings = new Map(front.split('\n').map((line) => splitAt(line, ':')));
  const [instructions = '', ...parts] = body.split(/^## /m);
  const sections = Object.fromEntries(parts.map(parseSection));
  return Prompt.parse({
    name,
    version: settings.get('version'),
    inputs: Object.fromEntries(
      (settings.get('inputs') ?? '').split(',').map((input) => splitAt(input.trim(), ' ')),
    ),
    instructions: instructions.trim(),
    prose: proseOf(settings.get('prose') ?? '', sections),
    sections,
  });
}

/** What a person decides by (title and summary of a card) is never worded by a model: it may be on somebody else's side. */
function proseOf(line: string, sections: Readonly<Record<string, Record<string, string>>>): string[] {
  const named = line === 'all' ? Object.keys(sections) : line.split(',').flatMap((name) => name.trim() || []);
  for (const name of named) {
    const fields = sections[name];
    assert(fields, `prose names the section "${name}", which is not there`);
    assert(!('title' in fields) && !('summary' in fields), `prose names "${name}", which words a card`);
  }
  return named;
}

function parseSection(section: string): [string, Record<string, string>] {
  const [heading = '', ...fields] = section.split(/^### /m);
  return [heading.trim(), Object.fromEntries(fields.map((field) => splitAt(field, '\n')))];
}

function splitAt(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + mark.length).trim()];
}
