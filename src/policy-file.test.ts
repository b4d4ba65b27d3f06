import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from './domain/policies.ts';
import { readPolicy } from './policy-file.ts';

function folderWith(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'policy-'));
  if (text !== undefined) writeFileSync(join(folder, 'policy.json'), text);
  return folder;
}

describe('readPolicy', () => {
  it('is the defaults where no file says otherwise', () => {
    expect(readPolicy(null, folderWith())).toEqual(DEFAULT_POLICY);
  });

  it('changes one leaf and keeps the others', () => {
    const policy = readPolicy(null, folderWith('{"caps": {"proposalsPerRun": 7}}'));
    expect(policy.caps).toEqual({ ...DEFAULT_POLICY.caps, proposalsPerRun: 7 });
  });

  it('lets no file approve a clawback, a block or an offboarding by itself', () => {
    expect(() => readPolicy(null, folderWith('{"autoApprovedKinds": ["commission.clawback"]}'))).toThrow(
      'never pass without a person',
    );
  });

  it.each([
    ['{"undoSecond": 3}', 'undoSecond'],
    ['{"undoSeconds": "x"}', 'undoSeconds'],
    ['not json', 'cannot be read as JSON'],
  ])('names what is wrong in %s', (text, named) => {
    expect(() => readPolicy(null, folderWith(text))).toThrow(named);
  });

  it('refuses a named file that is missing', () => {
    expect(() => readPolicy('/nowhere/policy.json', folderWith())).toThrow('/nowhere/policy.json');
  });
});
