import { describe, expect, it } from 'vitest';
import type { EffectKind } from '../src/domain/proposals/effect.ts';
import { cardOf, letterOf, type ProposingState, proposeKinds } from './propose-kinds.ts';

const words = { title: 'Hold £40', summary: 'Held until somebody has looked.' };
const state = (over: Partial<ProposingState<EffectKind>> = {}): ProposingState<EffectKind> => ({
  event: {} as ProposingState<EffectKind>['event'],
  proposalIds: [],
  answered: [],
  remark: null,
  revision: null,
  kinds: ['commission.hold', 'partner.warn'],
  facts: {},
  words: { 'commission.hold': words, 'partner.warn': { ...words, subject: 'Your links', body: 'Dear …' } },
  madeBy: { engine: 'embedded', prompt: 'fraud@1' },
  ...over,
});

describe('what a proposing tool is told', () => {
  it('is the card, and which comment it answers', () => {
    const revision = {
      proposalId: 'b8bfe028-a1c3-4347-aa34-f7b907f3da6a',
      kind: 'commission.hold',
      comment: '',
    };
    expect(cardOf('commission.hold', state({ revision: revision as never }))).toEqual({
      ...words,
      note: null,
      answers: revision.proposalId,
      madeBy: { engine: 'embedded', prompt: 'fraud@1' },
    });
  });

  it('is nothing before it is worded', () => {
    expect(() => cardOf('code.retire', state())).toThrow('code.retire was worded before');
    expect(() => letterOf('commission.hold', state())).toThrow('the letter of commission.hold');
    expect(letterOf('partner.warn', state())).toEqual({ subject: 'Your links', body: 'Dear …' });
  });
});

it('refuses more proposals than one work item may make', async () => {
  const node = proposeKinds<EffectKind, ProposingState<EffectKind>>({
    tools: [],
    proposalsMax: 1,
    propose: async (kind) => ({
      proposals: [{ proposalId: crypto.randomUUID(), kind, state: 'inserted', reason: null }],
    }),
  });
  await expect(node.run(state(), { deps: {}, call: undefined, step: undefined } as never)).rejects.toThrow(
    'One work item makes at most 1 proposals.',
  );
});
