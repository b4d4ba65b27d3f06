import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { chat } from '../agents/chat.ts';
import { couponWatch } from '../agents/coupon-watch.ts';
import { fraud } from '../agents/fraud.ts';
import { inbox } from '../agents/inbox.ts';
import { reconciliation } from '../agents/reconciliation.ts';
import { vetting } from '../agents/vetting.ts';
import type { Tool } from './define-tool.ts';

const AGENTS = [fraud, inbox, vetting, couponWatch, reconciliation, chat];
const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /^[^/]+\/[^/]+\.ts$/.test(file) && !file.endsWith('.test.ts') && !file.startsWith('testing/'),
);

/** Every tool there is, by the name its path gives it. */
const tools: readonly (readonly [string, Tool])[] = await Promise.all(
  files.map(async (file) => {
    const exported: Record<string, Tool> = await import(join(import.meta.dirname, file));
    const found = Object.values(exported).filter((value) => typeof value === 'object' && 'effect' in value);
    expect(found, `${file} exports one tool`).toHaveLength(1);
    return [file.replace('.ts', '').replaceAll(/[/-]/g, '_'), found[0] as Tool] as const;
  }),
);

describe.each(tools)('%s', (expectedName, tool) => {
  it('is called what its path says', () => {
    expect(tool.name).toBe(expectedName);
  });

  it('has no name that promises more than looking or proposing', () => {
    expect(tool.name).toMatch(/^[a-z]+(_[a-z]+)+$/);
    expect(tool.name).not.toMatch(/approve|execute|deliver|decide|sql|shell/);
  });

  it('says of every argument where it may come from, and of no other', () => {
    expect(Object.keys(tool.arguments).sort()).toEqual(Object.keys(tool.input.shape).sort());
  });

  it('takes no other field than it names', () => {
    expect(tool.input.safeParse({ unheardOf: 1 }).error?.issues).toContainEqual(
      expect.objectContaining({ code: 'unrecognized_keys' }),
    );
  });

  it('bounds every text and list it takes', () => {
    for (const [field, schema] of Object.entries(tool.input.shape)) {
      const json = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
      expect(unbounded(json), field).toEqual([]);
    }
  });

  it('is offered by an agent', () => {
    expect(AGENTS.some((agent) => agent.tools.includes(tool))).toBe(true);
  });
});

it('finds the tools', () => {
  expect(tools.length).toBeGreaterThanOrEqual(6);
});

type JsonSchema = Record<string, unknown>;

/** Types inside a JSON schema that could grow without end. */
function unbounded(schema: JsonSchema): JsonSchema[] {
  const below = Object.values(schema)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter((value) => typeof value === 'object' && value !== null);
  const isFree =
    (schema.type === 'string' &&
      !('maxLength' in schema || 'enum' in schema || 'const' in schema || 'format' in schema)) ||
    (schema.type === 'array' && !('maxItems' in schema));
  return [...(isFree ? [schema] : []), ...below.flatMap((value) => unbounded(value as JsonSchema))];
}
