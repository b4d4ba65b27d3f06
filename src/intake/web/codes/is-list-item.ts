const ITEMS = new Set(['LI', 'TR', 'ARTICLE', 'ENTRY', 'ITEM']);

/** Whether an element is one of several of a kind: an item by its tag, or beside another with the same first class. */
export const isListItem = (element: Element): boolean =>
  ITEMS.has(element.tagName.toUpperCase()) || repeats(element);

function repeats(element: Element): boolean {
  const names = element.getAttribute('class');
  if (!/^(?:DIV|SECTION|A|ARTICLE|TABLE)$/i.test(element.tagName)) return false;
  const alike = (other: Element | null): boolean =>
    other !== null &&
    other.tagName === element.tagName &&
    firstName(other.getAttribute('class')) === firstName(names);
  return (
    names !== null &&
    names !== '' &&
    (alike(element.previousElementSibling) || alike(element.nextElementSibling))
  );
}

const firstName = (names: string | null): string | undefined => names?.trim().split(/\s+/)[0];
