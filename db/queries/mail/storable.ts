/** Text as PostgreSQL can keep it: whole Unicode, and no U+0000. */
export const storableText = (text: string): string => text.toWellFormed().replaceAll('\0', '');

/** JSON text of a stranger's words, such that `jsonb` takes it. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'string' ? storableText(inner) : inner,
  );
}
