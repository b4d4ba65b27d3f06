import { readApplication } from '../../src/domain/vetting/read-application.ts';
import type { TextReading } from '../../src/domain/vetting/text-reading.ts';
import { vetBatch } from '../../src/domain/vetting/vet-batch.ts';
import { VETTING_POLICY_DEFAULTS } from '../../src/domain/vetting/vetting-policy.ts';
import type { Vetting } from '../../src/domain/vetting/vetting-result.ts';
import type { VettingCase } from './vetting-case.ts';

/** Fixed, so that years of birth read the same on every day. */
const NOW = new Date('2026-11-20T09:00:00Z');

export interface VettedCase {
  readonly vettingCase: VettingCase;
  readonly vetting: Vetting;
}

/**
 * Vets labelled applications as one batch.
 *
 * @param readings - what the learnt reader says of each; left out, only the word lists read them.
 */
export function vetCases(cases: readonly VettingCase[], readings: readonly TextReading[] = []): VettedCase[] {
  const read = cases.map(({ application }) => {
    const result = readApplication(application);
    if ('error' in result) throw new Error(`${application.id}: ${result.error.message}`);
    return result;
  });
  const looks = cases.map(({ look }) =>
    look === undefined ? null : { ...look, parts: [], postsPalette: [], brandPalette: [], unreadable: 0 },
  );
  const vettings = [
    ...vetBatch(read, { policy: VETTING_POLICY_DEFAULTS, now: NOW, looks, readings: (at) => readings[at] }),
  ];
  return cases.flatMap((vettingCase, at) => {
    const vetting = vettings[at];
    return vetting === undefined ? [] : [{ vettingCase, vetting }];
  });
}
