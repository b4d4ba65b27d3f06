import { z } from 'zod';

const SCRIPT_CHARACTERS_MAX = 2_000_000;
const NODES_MAX = 3_000;
const Node = z.record(z.string(), z.unknown());
export type StructuredNode = z.infer<typeof Node>;

/** Every typed object of a page's JSON-LD, outer ones first; scripts that are no JSON are skipped, as browsers do. */
export function structuredNodes(document: Document): StructuredNode[] {
  const found: StructuredNode[] = [];
  for (const script of document.querySelectorAll('script[type*="ld+json" i]')) {
    const source = (script.textContent ?? '').trim();
    if (source.length > SCRIPT_CHARACTERS_MAX) continue;
    const waiting: unknown[] = [parsed(source)];
    // A queue, not a recursion: the depth is a stranger's choice.
    for (let at = 0; at < waiting.length && found.length < NODES_MAX && at < 10 * NODES_MAX; at++) {
      const value = waiting[at];
      if (Array.isArray(value)) waiting.push(...value.slice(0, NODES_MAX));
      else if (value !== null && typeof value === 'object') {
        const node = Node.parse(value);
        if (node['@type'] !== undefined) found.push(node);
        waiting.push(...Object.values(node).filter((inner) => inner !== null && typeof inner === 'object'));
      }
    }
  }
  return found;
}

function parsed(source: string): unknown {
  const json = source.replace(/^<!--|-->$|^\s*\/\*.*?\*\/|;$/g, '');
  try {
    return JSON.parse(json);
  } catch {
    // Line breaks inside strings are the usual fault.
    try {
      return JSON.parse(json.replaceAll(/[\n\r\t]+/g, ' '));
    } catch {
      return null;
    }
  }
}

/** A value's words: the text itself, its name, or its first one's. */
export function wordsOf(value: unknown, charactersMax = 300): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim().slice(0, charactersMax) || null;
  if (Array.isArray(value)) return wordsOf(value[0], charactersMax);
  const node = Node.safeParse(value);
  return node.success
    ? wordsOf(node.data['name'] ?? node.data['@value'] ?? node.data['url'], charactersMax)
    : null;
}
