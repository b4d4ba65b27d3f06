import { APPLICATION_LIMITS, type Post } from './application.ts';
import { isRecord, type RecordReader, readerOf } from './record-reader.ts';

/** Reads an application's posts; what is no post is left out and said to be. */
export function readPosts(value: unknown, reader: RecordReader): Post[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    reader.problem('unreadable', 'The field posts is no list, so no post was read.');
    return [];
  }
  if (value.length > APPLICATION_LIMITS.posts)
    reader.problem('cut', `Of ${value.length} posts the first ${APPLICATION_LIMITS.posts} were read.`);
  return value.slice(0, APPLICATION_LIMITS.posts).flatMap((entry: unknown, at): Post[] => {
    if (typeof entry === 'string')
      return [{ ...EMPTY, text: entry.slice(0, APPLICATION_LIMITS.textCharacters) }];
    if (!isRecord(entry)) {
      reader.problem('unreadable', `Post ${at + 1} is no object, so it was left out.`);
      return [];
    }
    return [readPost(entry, at + 1, reader)];
  });
}

const EMPTY: Post = { text: '', likes: null, comments: null, views: null, commentTexts: [], image: null };

function readPost(record: Readonly<Record<string, unknown>>, place: number, parent: RecordReader): Post {
  const reader = readerOf(record, `of post ${place}: `);
  const texts = Array.isArray(record.comments) ? textsOf(record.comments) : [];
  const post: Post = {
    text: reader.text(record.text === undefined && record.caption !== undefined ? 'caption' : 'text'),
    likes: reader.count('likes'),
    comments: Array.isArray(record.comments) ? record.comments.length : reader.count('comments'),
    views: reader.count('views'),
    commentTexts: texts,
    image:
      typeof record.image === 'string' &&
      record.image.length <= APPLICATION_LIMITS.imageCharacters &&
      record.image !== ''
        ? record.image
        : null,
  };
  if (post.views !== null && (post.likes ?? 0) > post.views)
    reader.problem('contradictory', `Post ${place} has more likes than views, which cannot be.`);
  for (const { kind, sentence } of reader.problems) parent.problem(kind, sentence);
  return post;
}

/** The texts in a list of comments, whether written plainly or as objects with a `text`. */
export function textsOf(list: readonly unknown[]): string[] {
  return list
    .slice(0, APPLICATION_LIMITS.comments)
    .map((entry) => (isRecord(entry) ? entry.text : entry))
    .filter((entry) => typeof entry === 'string')
    .map((entry) => entry.slice(0, APPLICATION_LIMITS.commentCharacters));
}
