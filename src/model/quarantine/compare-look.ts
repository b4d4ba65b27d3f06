import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LookComparison } from '../../domain/vetting/look/model-look.ts';
import { type Asking, ask } from '../asking.ts';
import type { ComparedLook, LookPictures } from '../engine.ts';
import { parsePrompt } from '../prompt.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'prompts', 'compare-look.md');
const PROMPT = parsePrompt('compare-look', readFileSync(FILE, 'utf8'));
const fields = PROMPT.sections.look ?? {};
assert.deepEqual(
  Object.keys(fields),
  Object.keys(LookComparison.shape),
  'prompts/compare-look.md describes each field',
);
const SYSTEM = [
  PROMPT.instructions,
  ...Object.entries(fields).map(([field, meaning]) => `"${field}": ${meaning}`),
].join('\n\n');

/**
 * Has a model with eyes compare pictures, in quarantine: no tools, nothing of ours in sight but the brand's own pictures, no
 * word of the applicant's, and an answer that fits its schema.
 *
 * @throws {Refusal} a `model_…` code, among them that the budget is used up or that the model takes no pictures.
 */
export async function compareLook(asking: Asking, { posts, board }: LookPictures): Promise<ComparedLook> {
  const prompt = `${PROMPT.name}@${PROMPT.version}`;
  const { answer } = await ask(asking, {
    prompt,
    about: '',
    system: SYSTEM,
    user: `The first ${posts.length} pictures are the applicant’s, the other ${board.length} the brand’s.`,
    pictures: [...posts, ...board].map(
      (webp) => `data:image/webp;base64,${Buffer.from(webp).toString('base64')}`,
    ),
    answer: LookComparison,
  });
  return { comparison: answer, madeBy: { engine: asking.client.name, prompt } };
}
