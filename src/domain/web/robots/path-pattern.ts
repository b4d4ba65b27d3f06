/**
 * Whether a path begins as a pattern of robots.txt says: `*` stands for anything, `$` at its end for the path's end.
 *
 * Takes time in proportion to both lengths, whatever the pattern.
 */
export function matchesPath(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = parts;
  if (!path.startsWith(first)) return false;
  if (rest.length === 0) return !isAnchored || path.length === first.length;
  const last = rest.pop() ?? '';
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return isAnchored ? path.length - last.length >= at && path.endsWith(last) : path.indexOf(last, at) !== -1;
}
