import assert from 'node:assert';
import { isGraphInterrupt } from '@langchain/langgraph';
import type { z } from 'zod';
import type { EngineRun } from '../agents/define-agent.ts';
import type { RunStep } from '../src/domain/runs/run.ts';
import { toRunError } from '../src/domain/runs/run-error.ts';
import type { Tool, ToolContext } from '../tools/define-tool.ts';
import { Proposed } from '../tools/proposed.ts';
import { capabilitiesOf, isDangerous, type NodeUses } from './capabilities.ts';
import type { GraphDeps } from './graph-deps.ts';
import type { WorkEvent } from './work-event.ts';

export interface NodeDefinition<State extends { event: WorkEvent }, Answer> extends NodeUses {
  run(state: State, context: NodeContext): Promise<Answer>;
}

export interface NodeContext {
  /** Its engine works for this run: calls are counted and noted by themselves, as steps of kind `model`. */
  readonly deps: GraphDeps;
  /** Calls one of the node's own tools, and notes it in the run's history. */
  call<Input extends z.ZodObject, Output extends z.ZodType>(
    tool: Tool<Input, Output>,
    input: z.input<Input>,
  ): Promise<z.output<Output>>;
  /** Times one part of the node's work and notes it in the run's history. */
  step<Answer>(
    kind: RunStep['kind'],
    name: string,
    work: (counts: Record<string, number>) => Promise<Answer>,
  ): Promise<Answer>;
}

/** A node that would bring strangers' words, private data and a change together stops the start. */
export function defineNode<State extends { event: WorkEvent }, Answer>(
  definition: NodeDefinition<State, Answer>,
): NodeDefinition<State, Answer> {
  const capabilities = capabilitiesOf(definition);
  assert(!isDangerous(capabilities), `${definition.name} reads strangers, sees private data and proposes`);
  return Object.freeze(definition);
}

/** A node as LangGraph runs it: bound to what main handed in, its work and its failures noted. */
export function bindNode<State extends { event: WorkEvent }, Answer>(
  node: NodeDefinition<State, Answer>,
  deps: GraphDeps,
): (state: State) => Promise<Answer> {
  return (state) => {
    const { event } = state;
    const step = stepper(deps, event);
    const context: NodeContext = {
      deps: { ...deps, engine: deps.engine.forRun(engineRun(deps, event)) },
      step,
      call: (tool, input) => {
        assert(node.tools.includes(tool as Tool), `the node ${node.name} declares ${tool.name}`);
        return step('tool', tool.name, async (counts) => {
          const answer = await deps.callTool(tool, input, toolContext(deps, event));
          if (tool.effect === 'proposes') countOutcomes(answer, counts);
          return answer;
        });
      },
    };
    return step('node', node.name, () => node.run(state, context));
  };
}

/** Whose budget an engine uses, and where its calls are noted: with the tokens and the money of each. */
function engineRun(deps: GraphDeps, { runId, item }: WorkEvent): EngineRun {
  return {
    runId,
    now: deps.now,
    note: (call) => deps.recordStep({ runId, kind: 'model', item, ...call }),
  };
}

/** How many proposals were inserted, unchanged, superseding or dropped, for the run's history. */
function countOutcomes(answer: unknown, counts: Record<string, number>): void {
  for (const { state } of Proposed.parse(answer).proposals) counts[state] = (counts[state] ?? 0) + 1;
}

function toolContext(deps: GraphDeps, event: WorkEvent): ToolContext {
  return {
    db: deps.db,
    runId: event.runId,
    now: deps.now(),
    policy: deps.policy,
    programmeCurrency: event.programmeCurrency,
    ...(deps.embed === undefined ? {} : { embed: deps.embed }),
  };
}

/** Going to sleep is no failure, and no step either: the node starts again from its first line on waking. */
function stepper(deps: GraphDeps, event: WorkEvent): NodeContext['step'] {
  return async (kind, name, work) => {
    const startedAt = deps.now();
    const counts: Record<string, number> = {};
    const note = (error: unknown) =>
      deps.recordStep({
        runId: event.runId,
        kind,
        name,
        item: event.item,
        startedAt,
        finishedAt: deps.now(),
        counts,
        error: error === null ? null : toRunError(error),
      });
    try {
      const answer = await work(counts);
      note(null);
      return answer;
    } catch (error) {
      if (!isGraphInterrupt(error)) note(error);
      throw error;
    }
  };
}
