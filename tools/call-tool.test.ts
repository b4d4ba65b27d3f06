import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Refusal } from '../src/domain/errors.ts';
import { DEFAULT_POLICY } from '../src/domain/policies.ts';
import { callTool } from './call-tool.ts';
import { defineTool, type ToolContext } from './define-tool.ts';

const context: ToolContext = {
  db: { query: () => Promise.reject(new Error('no database')) },
  runId: 'r',
  now: new Date(0),
  policy: DEFAULT_POLICY,
  programmeCurrency: 'GBP',
};

const doubling = (run: (amount: number) => Promise<unknown>, seconds = 5) =>
  defineTool({
    name: 'number_double',
    description: 'Doubles.',
    effect: 'reads',
    exposure: { strangersText: false, privateData: false },
    input: z.strictObject({ amount: z.int() }),
    arguments: { amount: 'NUM' },
    output: z.strictObject({ doubled: z.int() }),
    limits: { seconds },
    run: async ({ amount }) => (await run(amount)) as { doubled: number },
  });

describe('callTool', () => {
  it('gives the checked answer', async () => {
    const tool = doubling(async (amount) => ({ doubled: 2 * amount }));
    expect(await callTool(tool, { amount: 4 }, context)).toEqual({ doubled: 8 });
  });

  it.each([{ amount: 1.5 }, { amount: '4' }, { amount: 4, more: 1 }, {}])(
    'refuses the input %j',
    async (input) => {
      const tool = doubling(async () => ({ doubled: 0 }));
      const call = callTool(tool, input as { amount: number }, context);
      await expect(call).rejects.toMatchObject({ code: 'input_invalid' });
    },
  );

  it('refuses an answer that does not fit', async () => {
    const tool = doubling(async () => ({ doubled: 'eight' }));
    await expect(callTool(tool, { amount: 4 }, context)).rejects.toMatchObject({ code: 'tool_failed' });
  });

  it('refuses an answer that does not come in time', async () => {
    const tool = doubling(() => new Promise(() => undefined), 0.01);
    await expect(callTool(tool, { amount: 4 }, context)).rejects.toMatchObject({
      code: 'tool_failed',
      facts: { seconds: 0.01 },
    });
  });

  it("lets a tool's own refusal through", async () => {
    const refusal = new Refusal('partner_unknown', 'No such partner.');
    const tool = doubling(() => Promise.reject(refusal));
    await expect(callTool(tool, { amount: 4 }, context)).rejects.toBe(refusal);
  });
});
