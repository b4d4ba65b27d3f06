import { bareSubject } from './bare-subject.ts';

const KEY_LENGTH_MIN = 4;
const KEY_LENGTH_MAX = 200;

/** A subject as two mails of one conversation share it; empty when it is too short to say anything. */
export function subjectKey(subject: string): string {
  const key = bareSubject(subject.normalize('NFKC')).toLowerCase().slice(0, KEY_LENGTH_MAX);
  return key.length < KEY_LENGTH_MIN ? '' : key;
}
