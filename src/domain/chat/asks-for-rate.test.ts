import { describe, expect, it } from 'vitest';
import { asksForRate } from './asks-for-rate.ts';

describe('asksForRate', () => {
  it.each([
    'raise Dealzone to 90 %',
    'Set PetalPost at 12.5%',
    'please pay them 8 percent from now on',
    'erhöhe Dealzone auf 9 Prozent',
  ])('hears a wish in "%s"', (message) => {
    expect(asksForRate(message)).toBe(true);
  });

  it.each([
    'why is Dealzone held?',
    'Who asked us to pay 12 %?',
    'how is Dealzone doing',
    'raise the alarm',
    'who has more than 10 % fast orders?',
  ])('hears none in "%s"', (message) => {
    expect(asksForRate(message)).toBe(false);
  });
});
