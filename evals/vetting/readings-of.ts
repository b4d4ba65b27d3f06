import { readApplication } from '../../src/domain/vetting/read-application.ts';
import type { TextReading } from '../../src/domain/vetting/text-reading.ts';
import { readApplicationTexts } from '../../src/model/embedded/vetting/read-application-texts.ts';
import type { VettingCase } from './vetting-case.ts';

/** What the learnt reader says of labelled applications, in their order. */
export function readingsOf(
  cases: readonly VettingCase[],
  reader: Parameters<typeof readApplicationTexts>[1],
): Promise<TextReading[]> {
  const applications = cases.map(({ application }) => {
    const result = readApplication(application);
    if ('error' in result) throw new Error(`${application.id}: ${result.error.message}`);
    return result.application;
  });
  return readApplicationTexts(applications, reader);
}
