/**
 * Where an element ends, told by tags of its own name alone: no tree is kept, and a stray end tag of another name ends
 * nothing.
 */
export interface OpenElement {
  readonly name: string;
  /** Start tags of this name not yet ended, its own among them. */
  nesting: number;
}

export function startTag(element: OpenElement | null, name: string): void {
  if (element?.name === name) element.nesting += 1;
}

/** @returns whether this tag ends the element. */
export function endTag(element: OpenElement | null, name: string): boolean {
  if (element?.name !== name) return false;
  element.nesting -= 1;
  return element.nesting === 0;
}
