import type { Agent } from '../agents/define-agent.ts';
import type { EffectKind } from '../src/domain/proposals/effect.ts';
import type { GraphDeps } from './graph-deps.ts';
import type { ProposingState } from './propose-kinds.ts';

type Words<Kind extends EffectKind> = Pick<ProposingState<Kind>, 'words' | 'madeBy'>;

/**
 * Words each kind that a thread is to propose, in their order, by the language engine in use.
 *
 * @param agentOf whose prompt words a kind.
 * @throws {Refusal} `wording_failed` when an answer does not fit its schema.
 */
export async function wordKinds<Kind extends EffectKind>(
  { facts, kinds }: Pick<ProposingState<Kind>, 'facts' | 'kinds'>,
  engine: GraphDeps['engine'],
  agent: Pick<Agent, 'word'>,
): Promise<Words<Kind>> {
  const worded: Words<Kind> = { words: {}, madeBy: null };
  for (const kind of kinds) {
    const { words, madeBy } = await agent.word(engine, kind, facts);
    worded.words[kind] = words as Record<string, string>;
    worded.madeBy = madeBy;
  }
  return worded;
}
