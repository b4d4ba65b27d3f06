const LINK = /\bhttps?:\/\/[^\s<>"'`{}|\\^\u0600-\u06FF]+/giu;
const LINKS_MAX = 50;
const LINK_LENGTH_MAX = 2_000;

/**
 * Links of a mail, as written, each once; for showing, never for fetching.
 *
 * @param hrefs - those of the HTML part, which come after those of the text.
 */
export function linksIn(text: string, hrefs: readonly string[]): string[] {
  const written = [...text.matchAll(LINK)].map(([link]) => withoutTail(link));
  const linked = hrefs.filter((href) => /^https?:/i.test(href));
  return [...new Set([...written, ...linked])]
    .filter((link) => link.length <= LINK_LENGTH_MAX)
    .slice(0, LINKS_MAX);
}

/** A sentence's own punctuation is no part of the link; a closing bracket is only when it was opened inside. */
function withoutTail(link: string): string {
  const bare = link.replace(/[.,;:!?»”’]+$/u, '');
  return bare.endsWith(')') && !bare.includes('(') ? withoutTail(bare.slice(0, -1)) : bare;
}
