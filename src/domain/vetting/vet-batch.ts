import { batchEntry, indexBatch } from './batch/batch-index.ts';
import type { LookFacts } from './look/look-facts.ts';
import type { PictureFacts } from './look/picture-facts.ts';
import type { ReadApplication } from './read-application.ts';
import type { TextReading } from './text-reading.ts';
import { vetApplication } from './vet-application.ts';
import type { VettingPolicy } from './vetting-policy.ts';
import type { Vetting } from './vetting-result.ts';

export interface BatchContext {
  readonly policy: VettingPolicy;
  readonly now: Date;
  /** Each application's pictures against the brand's board, by place; left out when no pictures are compared. */
  readonly looks?: readonly (LookFacts | null)[];
  /** What a learnt reader says of each application's words, by place; asked for when its turn comes. */
  readonly readings?: (at: number) => TextReading | undefined;
  /** Each application's pictures, by place; left out when none were looked at. */
  readonly pictures?: readonly (PictureFacts | null)[];
}

/** Vets applications that came together, one after the other, so that a caller may stop between two. */
export function* vetBatch(
  applications: readonly ReadApplication[],
  { policy, now, looks, pictures, readings }: BatchContext,
): Generator<Vetting> {
  const entries = applications.map(({ application }, at) =>
    batchEntry(application, policy.duplicateTextCharacters, pictures?.[at]?.hashes),
  );
  const index = indexBatch(entries);
  for (const [at, { application, problems }] of applications.entries()) {
    const entry = entries[at];
    yield vetApplication(application, [...problems, ...(pictures?.[at]?.problems ?? [])], {
      policy,
      now,
      batch: entry === undefined ? null : { entry, index },
      look: looks?.[at] ?? null,
      reading: readings?.(at),
    });
  }
}
