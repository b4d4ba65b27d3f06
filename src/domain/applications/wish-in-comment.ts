import type { ApplicationWish } from './plan-application.ts';

const WISHES: readonly (readonly [RegExp, ApplicationWish])[] = [
  [
    /^\s*(?:please\s+)?(?:accept|approve|take (?:them|her|him|it)|annehmen|aufnehmen|accepter|aceptar)\b/iu,
    'accept',
  ],
  [
    /^\s*(?:please\s+)?(?:decline|reject|refuse|turn (?:them|her|him|it) down|ablehnen|refuser|rechazar)\b/iu,
    'decline',
  ],
  [/^\s*(?:please\s+)?(?:ask|nachfragen|demander|preguntar)\b/iu, 'ask'],
];

/** Which other outcome a manager's comment on a card asks for; null when it is about the words only. */
export const wishInComment = (comment: string): ApplicationWish | null =>
  WISHES.find(([pattern]) => pattern.test(comment))?.[1] ?? null;
