import { describe, expect, it } from 'vitest';
import { readSighting, readTableCode } from './read-rows.ts';

describe('rows of files', () => {
  it('reads a code whose fields are missing, numbers or a single publisher', () => {
    expect(readTableCode({ code: 'SAVE20' })).toEqual({
      row: { code: 'SAVE20', channel: null, owner: null, allowed_publishers: [] },
    });
    expect(readTableCode({ code: 2026, owner: 7, allowed_publishers: '*', percent_off: 10 })).toEqual({
      row: { code: '2026', channel: null, owner: '7', allowed_publishers: ['*'] },
    });
    expect(readTableCode('ANNA15')).toMatchObject({ row: { code: 'ANNA15' } });
  });

  it('reads a sighting with or without its surroundings', () => {
    expect(readSighting('save 20')).toMatchObject({ row: { observed: 'save 20' } });
    expect(readSighting({ observed: 'x', publisher: null, context: 'y'.repeat(9_000) })).toMatchObject({
      row: { observed: 'x', publisher: null, context: 'y'.repeat(5_000) },
    });
  });

  it.each([
    null,
    5,
    [],
    {},
    { code: '' },
    { code: null },
    { code: {} },
    { code: 'x'.repeat(501) },
    { code: 'A', allowed_publishers: [{}] },
  ])('says what is wrong with %j', (value) => {
    expect(readTableCode(value)).toMatchObject({ problem: expect.stringMatching(/\.$/) });
    expect(readSighting(value)).toMatchObject({ problem: expect.any(String) });
  });
});
