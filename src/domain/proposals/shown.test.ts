import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { linesHash } from './lines.ts';
import { Shown, shownHash } from './shown.ts';

const shown: Shown = {
  kind: 'partner.warn',
  title: 'Warn Dealzone',
  summary: 'Fast orders.',
  effect: {
    kind: 'partner.warn',
    partnerId: 'p1',
    network: 'awin',
    subject: 'Your traffic',
    body: 'Dear partner',
  },
  evidence: [
    {
      type: 'figure',
      name: 'fast',
      label: 'Under 60 s',
      value: 0.31,
      unit: 'share',
      currency: null,
      baseline: 0.04,
      interval: [0.26, 0.36],
      qValue: 0.0004,
      note: null,
    },
  ],
  source: { kind: 'feed', documentId: 'd1' },
  money: { micros: '6102000000', currency: 'GBP' },
  approvalsNeeded: 1,
  proposedBy: 'fraud',
  madeBy: { engine: 'embedded', prompt: 'fraud@1', rules: 'fraud@1' },
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: '2026-01-04T00:00:00.000Z',
};

/** Every leaf of a JSON value as a path. */
function leaves(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    leaves(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function mutate(value: unknown, path: (string | number)[]): unknown {
  const [head, ...rest] = path;
  if (head === undefined) {
    if (typeof value === 'number') return value + 1;
    if (value === null) return 'changed';
    return `${value}x`;
  }
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[head] = mutate(copy[head], rest);
  return copy;
}

describe('shownHash', () => {
  it('does not depend on key order', () => {
    const reversed = Object.fromEntries(Object.entries(shown).reverse()) as Shown;
    expect(shownHash(reversed)).toBe(shownHash(shown));
  });

  it.each(leaves(shown).map((path) => [path.join('.'), path] as const))(
    'changes when %s changes',
    (_name, path) => {
      const changed = mutate(shown, [...path]);
      const parsed = Shown.safeParse(changed);
      // A mutation the schema refuses cannot be shown at all; the others must give another hash.
      if (parsed.success) expect(shownHash(parsed.data)).not.toBe(shownHash(shown));
      else expect(canonicalJson(changed)).not.toBe(canonicalJson(shown));
    },
  );

  it('keeps nested keys in the canonical text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('linesHash', () => {
  const line = (conversionId: string) => ({
    network: 'awin',
    conversionId,
    commissionMicros: 5n,
    currency: 'GBP',
  });
  it('is the same for the same set in any order, and differs when a line is missing', () => {
    expect(linesHash([line('a'), line('b')])).toBe(linesHash([line('b'), line('a')]));
    expect(linesHash([line('a')])).not.toBe(linesHash([line('a'), line('b')]));
  });
});
