import { createHash } from 'node:crypto';
import { isRecord } from '../vetting/record-reader.ts';

const KEPT_LENGTH_MAX = 2_000;

/** An application as given, with pictures that stand in it as data: URLs named by their hash: what is seen of them is kept apart. */
export function withoutPictures(applicant: unknown): unknown {
  if (!isRecord(applicant) || !Array.isArray(applicant.posts)) return applicant;
  return {
    ...applicant,
    posts: applicant.posts.map((post: unknown) => {
      if (!isRecord(post) || typeof post.image !== 'string') return post;
      if (!/^data:/i.test(post.image) || post.image.length <= KEPT_LENGTH_MAX) return post;
      return { ...post, image: `sha256:${createHash('sha256').update(post.image).digest('hex')}` };
    }),
  };
}
