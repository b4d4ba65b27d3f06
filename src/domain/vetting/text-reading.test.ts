import { describe, expect, it } from 'vitest';
import { withReading } from './text-reading.ts';

const hit = { flag: 'gambling', sentence: 'It speaks of gambling.' } as const;

describe('withReading', () => {
  it('adds what the reader alone found, in our words', () => {
    const [first, second] = withReading([hit], { found: [{ flag: 'adult', chance: 0.912 }], dismissed: [] });
    expect(first).toEqual(hit);
    expect(second).toEqual({ flag: 'adult', sentence: expect.stringContaining('adult content (91 %') });
  });

  it('says of a flag that declines that it stands on no rule', () => {
    const findings = withReading([], { found: [{ flag: 'crypto_scam', chance: 0.23 }], dismissed: [] });
    expect(findings[0]?.sentence).toMatch(/coins.*No rule says so.*a person looks/);
  });

  it('says nothing twice', () => {
    expect(withReading([hit], { found: [{ flag: 'gambling', chance: 0.9 }], dismissed: [] })).toEqual([hit]);
  });

  it('drops a hit that the reader finds next to impossible', () => {
    expect(withReading([hit], { found: [], dismissed: ['gambling'] })).toEqual([]);
  });
});
