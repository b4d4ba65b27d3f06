import { describe, expect, it } from 'vitest';
import { assertPersonName } from './person-name.ts';

describe('assertPersonName', () => {
  it.each(['Ann', 'ann@shop.example', 'Zoë Ångström', '李小龍', 'CI bot 3'])('takes %s', (name) => {
    expect(() => assertPersonName(name)).not.toThrow();
  });

  it.each([
    ['nothing', ''],
    ['a space at the end, which would be a second person to the two-person rule', 'Ann '],
    ['an invisible character', 'A\u200bnn'],
    ['a direction mark', 'Ann\u202e'],
    ['a line break', 'Ann\nBob'],
    ['what policy signs with', 'Policy'],
    ['81 characters', 'a'.repeat(81)],
  ])('refuses %s', (_what, name) => {
    expect(() => assertPersonName(name)).toThrow('input_invalid');
  });
});
