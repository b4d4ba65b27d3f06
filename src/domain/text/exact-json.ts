/**
 * Parses JSON with every number kept as the text that stands there, so that no amount goes through a float.
 *
 * @returns undefined when it is no JSON.
 */
export function parseExactJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown, context?: { source?: string }) =>
      typeof value === 'number' ? (context?.source ?? String(value)) : value,
    );
  } catch {
    // Whoever asked says what was expected.
    return undefined;
  }
}
