/**
 * One text for one value: object keys sorted at every depth, no white space.
 *
 * jsonb does not keep key order, so what went in and what comes out must be compared in an order of our own.
 * `JSON.stringify(value, keys)` would drop nested keys; this does not.
 *
 * @param value - JSON values only; bigint, undefined, functions and non-finite numbers are a programmer's mistake.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a figure is finite');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const entries = Object.entries(value).sort(([left], [right]) =>
      left < right ? -1 : left > right ? 1 : 0,
    );
    return `{${entries.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(',')}}`;
  }
  throw new TypeError(`${typeof value} has no place in JSON`);
}
