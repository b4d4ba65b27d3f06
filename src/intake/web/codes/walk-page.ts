import type { PageLines, Shown } from './page-lines.ts';
import { PageWalk } from './page-walk.ts';

const NODES_MAX = 1_500_000;
const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;
const COMMENT_CHARACTERS_MIN = 12;

/** Reads a tree into `page`, line by line, without recursion: markup may be a hundred thousand deep. */
export function walkPage(root: Node, page: PageLines, origin: Shown): void {
  const walk = new PageWalk(page, origin);
  let node: Node | null = root;
  for (let read = 0; node !== null && read < NODES_MAX; read += 1) {
    let inside = true;
    if (node.nodeType === ELEMENT) inside = walk.enter(node as Element);
    else if (node.nodeType === TEXT) walk.words(node.nodeValue ?? '');
    else if (node.nodeType === COMMENT && (node.nodeValue ?? '').length > COMMENT_CHARACTERS_MIN) {
      page.comments.push(node.nodeValue ?? '');
    }
    if (inside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    if (inside && node.nodeType === ELEMENT) walk.leave();
    while (node !== null && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node?.nodeType === ELEMENT) walk.leave();
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  walk.endLine();
}
