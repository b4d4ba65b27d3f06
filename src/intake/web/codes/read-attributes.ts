import type { PageLine, PageLines, Shown } from './page-lines.ts';
import { attributeCodes } from './raw-codes-of.ts';

export interface Place {
  readonly line: number;
  readonly retired: boolean;
  readonly shown: Shown;
  readonly headings: readonly string[];
}

/** Whatever an element's attributes say of codes, noted at its place on the page. */
export function readAttributes(page: PageLines, element: Element, place: Place): void {
  const { line, retired, shown } = place;
  if (/^table$/i.test(element.tagName)) page.tables.push(element);
  if (/^pre$/i.test(element.tagName)) page.texts.push({ element, line });
  const how = element.hasAttribute('itemprop') ? 'structured' : 'attribute';
  const names = element.getAttributeNames();
  for (const name of names) {
    const value = element.getAttribute(name) ?? '';
    if (
      value.length > 20 &&
      /^\s{0,4}[{[]/.test(value) &&
      /cod|kod|coupon|promo|voucher|gutschein|discount/i.test(value)
    ) {
      page.states.push(value);
    }
  }
  for (const found of attributeCodes(element, names)) {
    page.raw.push({ ...found, weak: !found.sure, how, element, line, retired, shown });
  }
  for (const name of ['alt', 'aria-label', 'title', 'data-tooltip', 'data-title']) {
    const value = element.getAttribute(name);
    if (
      !value ||
      value.length < 8 ||
      value.length > 400 ||
      !/cod|kod|kód|coupon|voucher|gutschein|cup/i.test(value)
    )
      continue;
    page.labels.push({ line: labelLine(value, element, place), at: line });
  }
}

function labelLine(value: string, element: Element, { retired, shown, headings }: Place): PageLine {
  const text = value.replaceAll(/\s+/g, ' ').trim();
  return { text, element, setOff: [], retired: retired ? [[0, text.length]] : [], headings, shown };
}
