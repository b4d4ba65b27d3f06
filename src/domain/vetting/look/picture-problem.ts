import type { Problem } from '../application.ts';

/** A picture that could not be looked at. */
export interface UnreadablePicture {
  /** Of its post, from 1. */
  readonly place: number;
  /** `broken`: what came is no picture, or too large a one. `absent`: nothing came. */
  readonly state: 'broken' | 'absent';
  /** A sentence of ours. */
  readonly reason: string;
}

/**
 * What is said of the pictures that could not be read; empty when all could be.
 *
 * A broken picture was sent and cannot be what it claims, so nobody is accepted on it unseen; one that is not there is
 * only missing.
 */
export function pictureProblems(unreadable: readonly UnreadablePicture[], pictures: number): Problem[] {
  const [first] = unreadable;
  if (first === undefined) return [];
  const broken = unreadable.find(({ state }) => state === 'broken');
  const { place, reason } = broken ?? first;
  const many = unreadable.length === 1 ? 'One' : String(unreadable.length);
  return [
    {
      kind: broken === undefined ? 'unreadable' : 'impossible',
      sentence: `${many} of ${pictures} ${pictures === 1 ? 'picture' : 'pictures'} could not be looked at. Post ${place}: ${reason}`,
    },
  ];
}
