import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fact } from '../engine.ts';
import { parsePrompt } from '../prompt.ts';
import { createEmbeddedEngine } from './create-embedded-engine.ts';

const engine = createEmbeddedEngine();
const Card = z.strictObject({ title: z.string().min(1).max(60) });
const word = (template: string, facts: Record<string, Fact['value']>) =>
  engine.word({
    prompt: parsePrompt(
      'test',
      `---\nversion: 2\ninputs: money NUM, name TEXT\n---\nWord it.\n\n## card\n\n### title\n${template}\n`,
    ),
    section: 'card',
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, value]) => [name, { value, trust: 'ours' as const }]),
    ),
    output: Card,
  });

describe('the embedded engine', () => {
  it('fills the template with the facts, and says which engine and prompt did', async () => {
    expect(await word('Hold {{ money }}', { money: 'GBP 5.00' })).toEqual({
      words: { title: 'Hold GBP 5.00' },
      madeBy: { engine: 'embedded@1', prompt: 'test@2' },
      cost: { inputTokens: 0, outputTokens: 0, micros: '0', currency: 'USD' },
    });
  });

  it('joins the lines of a paragraph, and keeps paragraphs and lines that a backslash ends', async () => {
    const { words } = await word('One\ntwo.\n\n{% if money %}x{% endif %}\n\nThree\\\nfour', { money: null });
    expect(words.title).toBe('One two.\n\nThree\nfour');
  });

  it('places a text as text, whatever it says', async () => {
    const name = "{{ money }}{% include 'x' %}{{ 7 | times: 6 }}";
    expect((await word('For {{ name }}', { money: 'secret', name })).words.title).toBe(`For ${name}`);
  });

  it.each([
    ['a fact is missing', 'Hold {{ amount }}', {}],
    ['a filter is unknown', 'Hold {{ money | shout }}', { money: '5' }],
    ['a template reaches for a file', "{% include 'prompts/fraud.md' %}", {}],
    ['a template cannot be read', 'Hold {{ money', { money: '5' }],
    ['the words do not fit the schema', 'Hold {{ money }}', { money: 'x'.repeat(100) }],
    ['nothing is left to say', '{% if money %}x{% endif %}', { money: null }],
    ['a template never ends', '{% for i in (1..100000000) %}x{% endfor %}', {}],
  ])('fails when %s', async (_name, template, facts) => {
    await expect(word(template, facts)).rejects.toMatchObject({ code: 'wording_failed' });
  });
});
