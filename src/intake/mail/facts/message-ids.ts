const ID_LENGTH_MAX = 998;
const IDS_MAX = 200;

/** Every `<id>` of a Message-ID, In-Reply-To or References line, without brackets, in order, each once. */
export function messageIds(value: string | null): string[] {
  if (value === null) return [];
  const ids = [...value.matchAll(/<\s*([^<>]+?)\s*>/g)].map(([, id = '']) => id.replaceAll(/\s+/g, ''));
  return [...new Set(ids)].filter((id) => id !== '' && id.length <= ID_LENGTH_MAX).slice(-IDS_MAX);
}

/** The id of a mail, also where its brackets were forgotten; null when there is none. */
export function ownMessageId(value: string | null): string | null {
  const bare = (value ?? '').replaceAll(/[<>]/g, '').trim();
  return messageIds(value)[0] ?? (bare === '' || /\s/.test(bare) ? null : bare.slice(0, ID_LENGTH_MAX));
}
