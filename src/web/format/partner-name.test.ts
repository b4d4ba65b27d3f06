import { describe, expect, it } from 'vitest';
import { isNameOf, partnerName } from './partner-name.ts';

describe('partnerName', () => {
  it('marks what would turn the text round', () => {
    expect(partnerName('Evil \u202Eknab')).toBe('Evil ⟨U+202E⟩knab');
  });
});

describe('isNameOf', () => {
  const partner = { id: 'p-17', name: 'Häuser &\u00A0Gärten\u202E' };

  it('takes the name whatever its case, spaces and invisible characters', () => {
    expect(isNameOf(' häuser & GÄRTEN ', partner)).toBe(true);
    expect(isNameOf('Ha\u0308user & Gärten', partner)).toBe(true);
  });

  it('takes the id', () => {
    expect(isNameOf('P-17', partner)).toBe(true);
  });

  it('takes nothing else, and not nothing', () => {
    expect(isNameOf('Häuser', partner)).toBe(false);
    expect(isNameOf('', partner)).toBe(false);
    expect(isNameOf(' \u200B', { id: 'p', name: '\u200B' })).toBe(false);
  });
});
