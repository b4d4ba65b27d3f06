const ELEMENT = 1;
const TEXT = 3;
const NODES_MAX = 200;

/** Whether something is pressed or followed, not read. */
const isControl = (element: Element): boolean =>
  /^(?:A|BUTTON|SELECT|LABEL)$/i.test(element.tagName) ||
  /^(?:button|link)$/i.test(element.getAttribute('role') ?? '');

/** The words of an element without those of the links and buttons in it, in one line: `show it  SAVE20` is `SAVE20`. */
export function besidesControls(root: Element): string {
  const words: string[] = [];
  const open: Node[] = [...root.childNodes].reverse();
  for (let read = 0; open.length > 0 && read < NODES_MAX; read += 1) {
    const node = open.pop();
    if (node?.nodeType === TEXT) words.push(node.nodeValue ?? '');
    else if (node?.nodeType === ELEMENT && !isControl(node as Element)) {
      words.push(' ');
      open.push(...[...node.childNodes].reverse());
    }
  }
  return words.join('').replaceAll(/\s+/g, ' ').trim();
}
