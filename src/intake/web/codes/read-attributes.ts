import { namesVoucher } from '../../../domain/sightings/names-code.ts';
import { packedState } from './packed-code.ts';
import type { PageLine, PageLines, Shown } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { attributeCodes } from './raw-codes-of.ts';
import { saysReveal } from './reveal-words.ts';
import { styledCode } from './styled-codes.ts';
import { unnamedCode } from './unnamed-codes.ts';

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
    const state = name === 'class' || name === 'style' ? null : packedState(element.getAttribute(name) ?? '');
    if (state !== null && /cod|kod|coupon|promo|voucher|gutschein|discount/i.test(state))
      page.states.push({ text: state, name: stateName(name, state, element) });
  }
  for (const found of attributeCodes(element, names)) {
    page.raw.push({ ...found, weak: !found.sure, how, element, line, retired, shown });
  }
  const other = styledCode(page.styled, element) ?? unnamedCode(element, names);
  if (other !== null && page.raw.at(-1)?.code !== other)
    page.raw.push({
      code: other,
      sure: false,
      masked: false,
      weak: true,
      guessed: true,
      by: 'unnamed',
      how,
      element,
      line,
      retired,
      shown,
    });
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

/** What the values in an attribute are of, as far as its name, a function's name in it or the element's own words say. */
function stateName(name: string, state: string, element: Element): string {
  const called = /^\s{0,4}([\w$.]{3,40})\(/.exec(state)?.[1];
  if (namesVoucher(name)) return name;
  if (called !== undefined && namesVoucher(called)) return called;
  return saysReveal(plainText(element, 80)) ? 'coupon' : '';
}
