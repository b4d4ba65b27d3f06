import { saysRetired } from '../../../domain/sightings/retired-words.ts';
import { isListItem } from './is-list-item.ts';
import { plainText } from './plain-text.ts';

/** Where a small window is opened, which may stand at the page's end, far from its offer. */
export interface Opening<Heading> {
  readonly headings: readonly Heading[];
  readonly control: Element;
  /** What is around it is told to be over. */
  readonly retired: boolean;
}

const OPENS = /^(?:href|on\w+|.*(?:target|modal|pop-?up|dialog|controls|open|toggle|command-?for).*)$/i;
const NAME = /#?([\p{L}_][\p{L}\p{N}_:-]{2,60})/gu;
const LEVELS = 4;
const CARD_CHARACTERS_MAX = 420;
const LABEL_CHARACTERS_MAX = 48;
const PARTS_MAX = 60;
const OPENINGS_MAX = 5;

/** Notes the windows that an element's attributes name, by their ids. */
export function noteOpenings<Heading>(
  openings: Map<string, Opening<Heading>[]>,
  opening: Opening<Heading>,
): void {
  const { control } = opening;
  for (const name of control.getAttributeNames()) {
    if (name === 'target' || !OPENS.test(name)) continue;
    const value = control.getAttribute(name) ?? '';
    if (value.length > 200 || (name === 'href' && !value.startsWith('#'))) continue;
    for (const [, id = ''] of value.matchAll(NAME)) {
      const before = openings.get(id) ?? [];
      if (before.length < OPENINGS_MAX) openings.set(id, [...before, opening]);
    }
  }
}

/** Whether every control that opens a window stands at an offer that is over. */
export const opensRetired = (openings: readonly Opening<unknown>[]): boolean =>
  openings.length > 0 && openings.every(({ control, retired }) => retired || cardSaysRetired(control));

/** Whether a label of the offer around a control says that it is over. */
function cardSaysRetired(control: Element): boolean {
  let card = control;
  for (let level = 0; level < LEVELS && !isListItem(card); level += 1) {
    const above = card.parentElement;
    if (!above || above.tagName === 'BODY' || above.tagName === 'MAIN') break;
    if (plainText(above, CARD_CHARACTERS_MAX + 1).length > CARD_CHARACTERS_MAX) break;
    card = above;
  }
  const parts = [...card.querySelectorAll('*')].slice(0, PARTS_MAX);
  return parts.some((part) => {
    const text = part.childElementCount === 0 ? (part.textContent ?? '').trim() : '';
    return text.length > 2 && text.length <= LABEL_CHARACTERS_MAX && saysRetired(text);
  });
}

const TAB = /(?:^|[-_\s])(?:tab|tabs|pill|segment)(?:$|[-_\s])/i;
const TAB_CHARACTERS_MAX = 40;
const GROUP_TABS_MAX = 8;

/** What the tab says that opens a panel: a heading of all in it; null for what is no panel, or has several controls. */
export function panelLabel(
  element: Element,
  openings: ReadonlyMap<string, readonly Opening<unknown>[]>,
): string | null {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('role') ?? ''}`;
  if (!/tab/i.test(names)) return null;
  const group = element.getAttribute('data-w-tab') ?? element.getAttribute('data-tab-content');
  const opened = openings.get(element.getAttribute('id') ?? '') ?? [];
  const control =
    opened.length === 1 ? opened[0]?.control : group === null ? undefined : tabOf(element, group);
  if (control === undefined || !isTab(control)) return null;
  const text = plainText(control, TAB_CHARACTERS_MAX + 1);
  return text === '' || text.length > TAB_CHARACTERS_MAX ? null : text;
}

const isTab = (control: Element): boolean =>
  control.getAttribute('role') === 'tab' ||
  TAB.test(control.getAttribute('class') ?? '') ||
  TAB.test(control.getAttribute('data-toggle') ?? control.getAttribute('data-bs-toggle') ?? '') ||
  TAB.test(control.parentElement?.getAttribute('class') ?? '') ||
  TAB.test(control.parentElement?.parentElement?.getAttribute('class') ?? '');

/** The tab of a panel where both bear the same name. */
function tabOf(panel: Element, name: string): Element | undefined {
  const box = panel.parentElement?.parentElement;
  const controls = [...(box?.querySelectorAll('a, button, [role="tab"]') ?? [])].filter(
    (control) => (control.getAttribute('data-w-tab') ?? control.getAttribute('data-tab')) === name,
  );
  return controls.length > 0 && controls.length <= GROUP_TABS_MAX ? controls[0] : undefined;
}
