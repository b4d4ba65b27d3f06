import { codeAt, wholeCode } from '../../../domain/sightings/code-at.ts';
import { isMasked } from '../../../domain/sightings/code-shape.ts';
import { saysRetired } from '../../../domain/sightings/retired-words.ts';
import { keyOf } from './candidate.ts';
import {
  breaksLine,
  endsHeadings,
  headingLevel,
  holdsWords,
  isSilent,
  namesPerson,
  setsOff,
  strikes,
  touchesWords,
} from './element-names.ts';
import { asideOf, isHidden, isMarkedRetired, stripMarkup } from './hidden-parts.ts';
import type { PageLine, PageLines, Shown } from './page-lines.ts';
import { plainText } from './plain-text.ts';
import { attributeCodes, codeElement, isTailElement } from './raw-codes-of.ts';
import { saysReveal } from './reveal-words.ts';

const LINE_CHARACTERS_MAX = 10_000;
const CODE_CHARACTERS_MAX = 40;

interface Heading {
  readonly level: number;
  readonly text: string;
}
interface Frame {
  readonly element: Element;
  readonly tag: string;
  readonly retired: boolean;
  readonly hidden: boolean;
  readonly setOff: boolean;
  readonly code: 'named' | 'tag' | null;
  readonly tail: boolean;
  readonly headings: readonly Heading[];
  /** Where it began. */
  readonly line: number;
  readonly offset: number;
}

/** What is known while a tree is read: the elements that are open, the headings, the line that grows. */
export class PageWalk {
  private readonly frames: Frame[] = [];
  private headings: readonly Heading[] = [];
  private current: PageLine | null = null;
  private readonly page: PageLines;
  private readonly origin: Shown;

  constructor(page: PageLines, origin: Shown) {
    this.page = page;
    this.origin = origin;
  }

  /** @returns whether what is inside is to be read. */
  enter(element: Element): boolean {
    const tag = element.tagName.toUpperCase();
    const aside = asideOf(element, tag);
    if (aside !== null) {
      this.page.templates.push(aside);
      return false;
    }
    if (isSilent(tag)) return false;
    const above = this.frames.at(-1);
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const hidden = above?.hidden || isHidden(element);
    if (hidden !== (above?.hidden ?? false) || breaksLine(tag)) this.endLine();
    else if (!touchesWords(tag)) this.space();
    const boxed = !breaksLine(tag) && /background|border/.test(element.getAttribute('style') ?? '');
    this.frames.push({
      element,
      tag,
      retired: above?.retired || strikes(tag) || isMarkedRetired(element, names),
      hidden,
      setOff: above?.setOff || setsOff(tag) || boxed,
      code: codeElement(element, tag, names) ?? (above?.code && holdsWords(tag) ? 'tag' : null),
      tail: isTailElement(names),
      headings: this.headings,
      line: this.lineNow(),
      offset: this.current?.text.length ?? 0,
    });
    if (namesPerson(element, tag)) {
      const name = plainText(element, CODE_CHARACTERS_MAX);
      if (!/\s/.test(name)) this.page.people.add(keyOf(name.replace(/^@/, '')));
    }
    this.readAttributes(element, tag);
    return true;
  }

  leave(): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const { element, tag } = frame;
    if (frame.code !== null || frame.tail || this.isTail(frame)) this.readCodeElement(frame);
    if (this.page.lines.length > frame.line)
      this.page.ranges.set(element, [frame.line, this.page.lines.length - 1]);
    const level = headingLevel(tag) || this.boldHeading(frame);
    if (level > 0) {
      const heading = { level, text: plainText(element, 200) };
      this.headings = [...this.headings.filter((other) => other.level < level), heading];
    } else if (endsHeadings(tag)) this.headings = frame.headings;
    if (breaksLine(tag)) this.endLine();
    else if (!touchesWords(tag)) this.space();
  }

  words(value: string): void {
    const top = this.frames.at(-1);
    if (!top) return;
    const all = value.replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '').replaceAll(/\s+/g, ' ');
    for (let at = 0; at < all.length; at += LINE_CHARACTERS_MAX) {
      let text = all.slice(at, at + LINE_CHARACTERS_MAX);
      if (this.current && this.current.text.length > LINE_CHARACTERS_MAX) this.endLine();
      if (this.current === null && text.trim() === '') continue;
      this.current ??= this.openLine(top.hidden);
      if (this.current.text === '' || this.current.text.endsWith(' ')) text = text.trimStart();
      const start = this.current.text.length;
      this.current.text += text;
      const end = start + text.trimEnd().length;
      if (top.setOff) this.current.setOff.push([start, end]);
      if (top.retired) this.current.retired.push([start, end]);
    }
  }

  endLine(): void {
    if (this.current === null) return;
    const line = this.current;
    const plain = stripMarkup(line.text);
    // Offsets hold no more: the stretches that were set off are given up.
    if (plain !== line.text) line.setOff.length = 0;
    line.text = plain.trimEnd();
    this.current = null;
  }

  private openLine(hidden: boolean): PageLine {
    const line = this.newLine(this.block(), hidden);
    this.page.lines.push(line);
    return line;
  }

  private newLine(element: Element, hidden: boolean): PageLine {
    const headings = this.headings.map(({ text }) => text);
    return { text: '', element, setOff: [], retired: [], headings, shown: hidden ? 'template' : this.origin };
  }

  private block(): Element {
    const frame = this.frames.findLast(({ tag }) => breaksLine(tag)) ?? this.frames[0];
    if (!frame) throw new Error('a line stands in an element');
    return frame.element;
  }

  private space(): void {
    if (this.current !== null && !this.current.text.endsWith(' ')) this.current.text += ' ';
  }

  private lineNow(): number {
    return this.current === null ? this.page.lines.length : this.page.lines.length - 1;
  }

  private readAttributes(element: Element, tag: string): void {
    if (tag === 'TABLE') this.page.tables.push(element);
    const top = this.frames.at(-1);
    const shown = top?.hidden ? 'template' : this.origin;
    const retired = top?.retired ?? false;
    const how = element.hasAttribute('itemprop') ? 'structured' : 'attribute';
    const names = element.getAttributeNames();
    for (const name of names) {
      const value = element.getAttribute(name) ?? '';
      if (
        value.length > 20 &&
        /^\s{0,4}[{[]/.test(value) &&
        /coupon|promo|voucher|gutschein|discount/i.test(value)
      ) {
        this.page.states.push(value);
      }
    }
    for (const found of attributeCodes(element, names)) {
      this.page.raw.push({ ...found, weak: !found.sure, how, element, line: this.lineNow(), retired, shown });
    }
    for (const name of ['alt', 'aria-label', 'title']) {
      const value = element.getAttribute(name);
      if (
        !value ||
        value.length < 12 ||
        value.length > 400 ||
        !/cod|kod|coupon|voucher|gutschein/i.test(value)
      )
        continue;
      const line = this.newLine(element, top?.hidden ?? false);
      line.text = value.replaceAll(/\s+/g, ' ').trim();
      if (retired) line.retired.push([0, line.text.length]);
      this.page.labels.push({ line, at: this.lineNow() });
    }
  }

  private readCodeElement({ element, line, offset, code: by, tail, retired, hidden }: Frame): void {
    if (this.page.lines.length - 1 > line) return;
    const text = (this.page.lines[line]?.text.slice(offset) ?? '').trim();
    if (text === '' || text.length > CODE_CHARACTERS_MAX) return;
    const cut = (tail || (text.length <= 5 && this.inReveal())) && /^[\p{Lu}\p{N}-]{2,6}$/u.test(text);
    const code = cut ? { code: text, masked: true } : wholeCode(text);
    if (code === null) return;
    const shown = hidden ? 'template' : this.origin;
    const { code: said, masked } = code;
    const weak = by !== 'named';
    this.page.raw.push({
      code: said,
      how: 'element',
      element,
      line,
      sure: false,
      weak,
      masked,
      retired,
      shown,
    });
  }

  /** A mask, or the end of a code inside the button that shows the whole one. */
  private isTail({ tag, line, offset }: Frame): boolean {
    if (tag !== 'SPAN' && tag !== 'DIV' && tag !== 'B' && tag !== 'EM' && tag !== 'I' && tag !== 'P')
      return false;
    const text =
      this.page.lines.length - 1 === line ? (this.page.lines[line]?.text.slice(offset).trim() ?? '') : '';
    if (text.length >= 4 && text.length <= 20 && !/[\s\p{Ll}]/u.test(text) && isMasked(text)) return true;
    return text.length >= 2 && text.length <= 5 && /^[\p{Lu}\p{N}]+$/u.test(text) && this.inReveal();
  }

  private inReveal(): boolean {
    const control = this.frames.slice(-3).find(({ tag, element }) => {
      const names = element.getAttribute('class') ?? '';
      return (
        tag === 'BUTTON' || tag === 'A' || /(?:^|[-_\s])(?:btn|button|reveal|cta)(?:[-_\s]|$)/i.test(names)
      );
    });
    return control !== undefined && saysReveal(plainText(control.element, 120));
  }

  /** A short line in bold that says `expired codes` stands over what follows, whatever its element. */
  private boldHeading({ element, tag, line }: Frame): number {
    const only = this.page.lines.length - 1 === line ? this.page.lines[line] : undefined;
    if ((tag !== 'P' && tag !== 'DIV') || only?.element !== element || only.text.length > 60) return 0;
    if (!saysRetired(only.text) || !/cod|kod|offer|deal|gutschein|cup/i.test(only.text)) return 0;
    return (only.setOff.length > 0 || only.text.endsWith(':')) && codeAt(only.text, 0)?.shape !== 'strong'
      ? 7
      : 0;
  }
}
