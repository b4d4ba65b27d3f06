const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'HEAD']);
const ELEMENT = 1;
const TEXT = 3;
/** Elements without words are passed over, but not for ever: markup may be very deep and empty. */
const NODES_MIN = 500;

/** The words of an element in one line, elements set apart by a space, up to a number of characters, and of nodes with it. */
export function plainText(root: Node, charactersMax: number): string {
  const words: string[] = [];
  let length = 0;
  let node: Node | null = root;
  const nodesMax = NODES_MIN + charactersMax * 4;
  for (let read = 0; node !== null && length < charactersMax && read < nodesMax; read += 1) {
    if (node.nodeType === TEXT) {
      // A text may be as long as the page: of one that is mostly blanks its beginning has to do.
      const text = (node.nodeValue ?? '').slice(0, 4 * charactersMax + 100);
      words.push(text);
      length += text.length;
    } else if (node !== root && node.nodeType === ELEMENT && isBreak(node.nodeName)) words.push(' ');
    node = nextOf(node, root, node.nodeType === ELEMENT && SILENT.has(node.nodeName.toUpperCase()));
  }
  return words.join('').replaceAll(/\s+/g, ' ').trim().slice(0, charactersMax);
}

/** The next node in the page's order below `root`; `skip` leaves out what is inside `node`. */
function nextOf(node: Node, root: Node, skip: boolean): Node | null {
  if (!skip && node.firstChild) return node.firstChild;
  let at: Node | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}

const isBreak = (name: string): boolean =>
  !/^(?:A|B|I|U|S|EM|STRONG|MARK|FONT|ABBR|SUP|SUB|INS|DEL)$/i.test(name);
