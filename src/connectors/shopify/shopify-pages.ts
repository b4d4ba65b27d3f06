import { z } from 'zod';

/** One page of a connection of GraphQL. */
export function connectionOf<Node extends z.ZodType>(node: Node) {
  return z.looseObject({
    pageInfo: z.looseObject({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
    nodes: z.array(node),
  });
}

export interface Connection<Node> {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
  readonly nodes: readonly Node[];
}

const PAGES_MAX = 10_000;

/**
 * All nodes of a connection, page by page to its end.
 *
 * @param first - its first page where it is at hand.
 */
export async function* pagesOf<Node>(
  ask: (after: string | null) => Promise<Connection<Node>>,
  first: Connection<Node> | null = null,
): AsyncGenerator<readonly Node[]> {
  let page = first ?? (await ask(null));
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    yield page.nodes;
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage || !endCursor) return;
    page = await ask(endCursor);
  }
}

/** The same, in one list. */
export async function allOf<Node>(
  ask: (after: string | null) => Promise<Connection<Node>>,
  first: Connection<Node> | null = null,
): Promise<Node[]> {
  const all: Node[] = [];
  for await (const nodes of pagesOf(ask, first)) all.push(...nodes);
  return all;
}
