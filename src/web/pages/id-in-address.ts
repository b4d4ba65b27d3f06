/**
 * The id at the end of an address, such as `a/b` of `/partners/a%2Fb`.
 *
 * The router decodes addresses only in part, which nobody can undo: `%25` and `%2F` become ambiguous. So it is read here.
 */
export function idInAddress(pathname: string): string {
  const raw = pathname.slice(pathname.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(raw);
  } catch {
    // Somebody typed it: a lone percent sign stands for itself.
    return raw;
  }
}
