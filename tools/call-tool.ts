import { z } from 'zod';
import { Refusal } from '../src/domain/errors.ts';
import type { Tool, ToolContext } from './define-tool.ts';

/**
 * Calls a tool the one way it may be called: input checked, time bounded, output checked.
 *
 * @throws {Refusal} `input_invalid` when the input does not fit the tool's schema; `tool_failed` when the answer does
 *   not fit its schema or did not come in time. A refusal by the tool itself passes through.
 */
export async function callTool<Input extends z.ZodObject, Output extends z.ZodType>(
  tool: Tool<Input, Output>,
  input: z.input<Input>,
  context: ToolContext,
): Promise<z.output<Output>> {
  const parsed = tool.input.safeParse(input);
  if (!parsed.success) {
    throw new Refusal('input_invalid', `${tool.name} was called wrongly: ${z.prettifyError(parsed.error)}`, {
      tool: tool.name,
    });
  }
  const answer = await inTime(tool, tool.run(parsed.data, context));
  const checked = tool.output.safeParse(answer);
  if (!checked.success) {
    throw new Refusal('tool_failed', `${tool.name} answered what its schema does not allow.`, {
      tool: tool.name,
      why: z.prettifyError(checked.error).slice(0, 500),
    });
  }
  return checked.data;
}

async function inTime<Answer>(tool: Tool, work: Promise<Answer>): Promise<Answer> {
  const { seconds } = tool.limits;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Refusal('tool_failed', `${tool.name} took longer than ${seconds} s.`, {
            tool: tool.name,
            seconds,
          }),
        ),
      seconds * 1_000,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
