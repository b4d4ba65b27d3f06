import type { Application, Problem } from './application.ts';
import type { ApplicationText } from './application-text.ts';
import type { Engagement } from './engagement-rate.ts';
import type { Finding } from './flag.ts';

const LINK_OR_ADDRESS =
  /https?:\/\/\S+|www\.\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:com|net|org|blog|co|io|de|fr|es|it|nl|pl|se|pt|uk|shop|example)\b/iu;
const CLOSED =
  /\b(?:(?:account|profile|page) is (?:set to )?private|private account|(?:account|profil) ist privat|compte prive|cuenta privada|perfil privado|profilo privato|conta privada|prive[- ]account|prywatne konto|konto prywatne|privat konto|gizli hesap)\b|حساب خاص/iu;
const HANDLE = /[\p{L}\p{N}]/u;

/**
 * What could not be seen: figures, posts, or the profile at all.
 *
 * @param isSiteRead - it named a site, and pages of it were read.
 */
export function missingFacts(
  application: Application,
  text: ApplicationText,
  engagement: Engagement | null,
  problems: readonly Problem[],
  isSiteRead: boolean,
): Finding[] {
  const findings: Finding[] = [];
  const isImpossible = problems.some(({ kind }) => kind === 'impossible');
  if (engagement === null || isImpossible) {
    const why =
      isImpossible && engagement !== null ? 'some figures cannot be' : 'no engagement rate can be computed';
    findings.push({ flag: 'statistics_insufficient', sentence: `The figures do not suffice: ${why}.` });
  }
  const closed = closedWhy(application, text, isSiteRead);
  if (closed !== null) findings.push({ flag: 'private_or_empty', sentence: closed });
  const gone = goneWhy(application, text, isSiteRead);
  if (gone !== null) findings.push({ flag: 'unreachable', sentence: gone });
  return findings;
}

function closedWhy(
  { stats, posts }: Application,
  { all, about }: ApplicationText,
  isSiteRead: boolean,
): string | null {
  const count = stats.posts ?? stats.totalVideos;
  if (stats.isPrivate === true) return 'The profile is private, so nobody can look at its posts.';
  if (CLOSED.test(about)) return 'It says itself that its profile is private.';
  if (count === 0 && posts.length === 0) return 'The profile has no posts.';
  const hasFigures = Object.values(stats).some((figure) =>
    Array.isArray(figure) ? figure.length > 0 : figure !== null,
  );
  if (!hasFigures && !isSiteRead && posts.length === 0 && all.trim().length < 10)
    return 'There is nothing to look at: no figures, no posts and no words.';
  const saysNothing =
    posts.length > 0 &&
    posts.every(
      (post) => post.text.trim() === '' && post.likes === null && post.views === null && post.image === null,
    );
  return saysNothing ? 'Its posts are empty.' : null;
}

function goneWhy(
  { handle, isGone }: Application,
  { all }: ApplicationText,
  isSiteRead: boolean,
): string | null {
  if (isGone) return 'The profile was not found where it should be.';
  if (!isSiteRead && (handle === null || !HANDLE.test(handle)) && !LINK_OR_ADDRESS.test(all))
    return 'It names no handle, link or address under which a profile could be found.';
  return null;
}
