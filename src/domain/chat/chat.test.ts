import { describe, expect, it } from 'vitest';
import { chatSlots } from './chat-slots.ts';
import { nameLikeness, nameWords } from './name-likeness.ts';
import { yesOrNo } from './yes-or-no.ts';

describe('yesOrNo', () => {
  it.each([
    ['yes', 'yes'],
    ['Yes, please.', 'yes'],
    ['ja', 'yes'],
    ['Oui', 'yes'],
    ['sí', 'yes'],
    ['No', 'no'],
    ['nein', 'no'],
    ['no, leave it', 'no'],
    ['yes but only tomorrow', null],
    ['yesterday', null],
    ['What would that do?', null],
    ['not sure', null],
    ['', null],
  ])('reads "%s" as %s', (message, expected) => {
    expect(yesOrNo(message)).toBe(expected);
  });
});

describe('nameLikeness', () => {
  const likeness = (message: string, name: string): number =>
    nameLikeness(nameWords(message), nameWords(name));
  it.each([
    ['how is dealzone doing', 'Dealzone'],
    ['status of Café Köln?', 'cafe koln'],
    ['look at deal zone', 'Dealzone'],
  ])('finds in "%s" the name %s', (message, name) => {
    expect(likeness(message, name)).toBeGreaterThan(0.85);
  });
  it('forgives a slip of the pen, and finds nothing in other words', () => {
    expect(likeness('how is delzone doing', 'Dealzone')).toBeGreaterThan(0.72);
    expect(likeness('what waits for me today', 'Dealzone')).toBeLessThan(0.5);
    expect(likeness('anything', '')).toBe(0);
  });
});

describe('chatSlots', () => {
  it('reads ids, kinds, workflows and periods', () => {
    expect(
      chatSlots('Why the clawback 7F3A1C22-0d5e-4b0a-9c11-2f6f3f1a9b10 of the fraud run last week?'),
    ).toEqual({
      proposalId: '7f3a1c22-0d5e-4b0a-9c11-2f6f3f1a9b10',
      kind: 'commission.clawback',
      workflow: 'fraud',
      days: 7,
      pointsBack: false,
    });
    expect(chatSlots('und warum ist er gesperrt?')).toMatchObject({
      kind: 'partner.block',
      pointsBack: true,
    });
  });
});
