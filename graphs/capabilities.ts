import type { Agent } from '../agents/define-agent.ts';
import type { Tool } from '../tools/define-tool.ts';

/** What a node may use, as data; it gets nothing else. */
export interface NodeUses {
  /** Kebab-case, as in Studio and in run histories. */
  readonly name: string;
  readonly tools: readonly Tool[];
  /** The agent whose words the node asks an engine for; null when no engine is involved. */
  readonly agent: Agent | null;
}

/** What one node of a graph brings together. All three at once is what an attacker needs. */
export interface Capabilities {
  readonly node: string;
  /** Its tools answer with strangers' words, or its prompt holds them. */
  readonly readsStrangers: boolean;
  /** Its tools or its prompt hold figures and rows of ours. */
  readonly seesPrivate: boolean;
  /** It inserts proposals. */
  readonly changesState: boolean;
}

/** One row of the matrix, read from what the node declares; it gets nothing that it does not declare. */
export function capabilitiesOf({ name, tools, agent }: NodeUses): Capabilities {
  const inputs = Object.values(agent?.prompt.inputs ?? {});
  return {
    node: name,
    readsStrangers: tools.some(({ exposure }) => exposure.strangersText) || inputs.includes('TEXT'),
    seesPrivate: tools.some(({ exposure }) => exposure.privateData) || inputs.includes('NUM'),
    changesState: tools.some(({ effect }) => effect === 'proposes'),
  };
}

/** Whether somebody else's words could move our data or our money through this node. */
export function isDangerous({ readsStrangers, seesPrivate, changesState }: Capabilities): boolean {
  return readsStrangers && seesPrivate && changesState;
}
