import type { Evidence } from '../proposals/evidence.ts';

const LENGTH_MAX = 1_500;

/** What a card is about, as one text to be compared with others of its kind: its title, its summary, and any words quoted. */
export function caseText({
  title,
  summary,
  evidence,
}: {
  readonly title: string;
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}): string {
  const quoted = evidence.flatMap((item) => (item.type === 'quote' ? [item.text] : []));
  // A figure differs on every card; what it is about does not.
  return [...quoted, title, summary]
    .join('\n')
    .replaceAll(/\d[\d.,:-]*/g, '0')
    .slice(0, LENGTH_MAX);
}

/** The kind under which the vector store keeps decided cards. */
export const vectorKindOf = (effectKind: string): string => `decision:${effectKind}`;
