import assert from 'node:assert';
import { roleReaches } from '../../src/domain/auth/role.ts';
import { Refusal } from '../../src/domain/errors.ts';
import type { Tool, ToolContext } from '../../tools/define-tool.ts';
import type { NodeUses } from '../capabilities.ts';
import type { Desk } from './chat-route.ts';
import type { ChatDeps, ChatTurn } from './chat-turn.ts';

/** Binds the tools that a node declares to one turn: under the caller's role and name, each call told. */
export function openDesk(
  node: NodeUses,
  { deps, turn, partnerId }: Pick<Desk, 'deps' | 'turn' | 'partnerId'>,
): Desk {
  return {
    deps,
    turn,
    partnerId,
    async *call(tool, input, rowsOf) {
      assert(node.tools.includes(tool as unknown as Tool), `${node.name} declares ${tool.name}`);
      if (tool.effect === 'proposes' && !roleReaches(turn.by.role, 'approver')) {
        throw new Refusal('role_missing', 'Asking for a proposal needs the role approver.');
      }
      const shown = { name: tool.name, input: input as Record<string, unknown> };
      yield { event: 'tool', data: { ...shown, state: 'running' } };
      try {
        const output = await deps.callTool(tool, input, contextOf(deps, turn));
        yield { event: 'tool', data: { ...shown, state: 'done', ...(rowsOf && { rows: rowsOf(output) }) } };
        return output;
      } catch (error) {
        yield { event: 'tool', data: { ...shown, state: 'failed' } };
        throw error;
      }
    },
  };
}

function contextOf(deps: ChatDeps, { by, programmeCurrency }: ChatTurn): ToolContext {
  return {
    db: deps.db,
    runId: null,
    askedBy: by.name,
    now: deps.now(),
    policy: deps.policy,
    programmeCurrency,
  };
}
