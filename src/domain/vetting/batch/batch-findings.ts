import type { Finding } from '../flag.ts';
import type { BatchEntry, BatchIndex } from './batch-index.ts';
import { isKnownOne } from './is-known-one.ts';
import { pictureFindings } from './picture-findings.ts';

const SHARED_POSTS = 2;

/**
 * What an application has in common with others of its batch: the same person twice, the same words, a look-alike handle.
 *
 * Of two look-alikes the unverified and much smaller one is the suspect; where neither is, both have to show who they are.
 */
export function batchFindings(entry: BatchEntry, batch: BatchIndex): Finding[] {
  const findings: Finding[] = [];
  const others = (list: readonly BatchEntry[] | undefined): BatchEntry[] =>
    (list ?? []).filter((other) => other !== entry);

  const same = others(entry.handle === null ? [] : batch.byHandle.get(entry.handle)).filter(
    ({ platform }) => platform === entry.platform,
  );
  const sameWords = entry.aboutHashes.flatMap((hash) => others(batch.byAbout.get(hash)));
  const samePosts = entry.postHashes.flatMap((hash) => others(batch.byPost.get(hash)));
  const sharedPosts = [...Map.groupBy(samePosts, ({ id }) => id).values()].filter(
    (list) => list.length >= SHARED_POSTS,
  );
  if (same.length > 0)
    findings.push({
      flag: 'duplicate_application',
      sentence: `The same profile applied ${same.length + 1} times.`,
    });
  else if (sameWords.length > 0 || sharedPosts.length > 0)
    findings.push({
      flag: 'duplicate_application',
      sentence: `Another application says the same, word for word (${[...new Set([...sameWords, ...sharedPosts.flat()].map(({ id }) => id))].length} of them).`,
    });

  const alike = others(batch.bySkeleton.get(entry.skeleton)).filter(({ handle }) => handle !== entry.handle);
  if (entry.skeleton.length >= 5 && alike.length > 0) findings.push(...lookAlike(entry, alike));
  findings.push(...pictureFindings(entry, batch));
  return findings;
}

function lookAlike(entry: BatchEntry, alike: readonly BatchEntry[]): Finding[] {
  if (alike.some((other) => isKnownOne(other, entry)))
    return [{ flag: 'impersonation', sentence: 'Its handle looks like that of a better known applicant.' }];
  if (alike.some((other) => isKnownOne(entry, other))) return [];
  return [
    {
      flag: 'identity_verification_needed',
      sentence:
        'Another applicant’s handle looks the same at a glance, and the figures do not tell who is who.',
    },
  ];
}
