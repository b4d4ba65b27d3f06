/** Below zero when `left` comes first, by code points, the same on every machine. */
export function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Lines of an order as people count them: shorter ids first, so that 2 comes before 10. */
export function compareLineIds(left: string, right: string): number {
  return left.length - right.length || compareIds(left, right);
}
