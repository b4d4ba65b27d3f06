import { matchesPath } from './path-pattern.ts';
import type { RobotsRules } from './read-robots.ts';

/**
 * Whether a robot may ask for a URL. The longest rule that fits decides; of two as long, the one that allows.
 *
 * @param url - as it is sent; nothing is decoded.
 */
export function isAllowed({ rules }: RobotsRules, url: string): boolean {
  const path = pathOf(url);
  let allow = -1;
  let disallow = -1;
  for (const rule of rules) {
    if (rule.isAllowed) allow = Math.max(allow, allowedLength(path, rule.pattern));
    else if (matchesPath(path, rule.pattern)) disallow = Math.max(disallow, rule.pattern.length);
  }
  // An empty rule says nothing.
  return disallow <= 0 || allow >= disallow;
}

/** Allowing a folder's index allows the folder, as Google reads it. */
function allowedLength(path: string, pattern: string): number {
  if (matchesPath(path, pattern)) return pattern.length;
  const slash = pattern.lastIndexOf('/');
  if (slash === -1 || !pattern.startsWith('/index.htm', slash)) return -1;
  const folder = `${pattern.slice(0, slash + 1)}$`;
  return matchesPath(path, folder) ? folder.length : -1;
}

/** Path and query; `/` where there is none. */
function pathOf(url: string): string {
  const start = /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.exec(url)?.[0].length ?? 0;
  const path =
    url
      .slice(start)
      .replace(/^[^/?;#]*/, '')
      .split('#', 1)[0] ?? '';
  return path.startsWith('/') ? path : `/${path}`;
}
