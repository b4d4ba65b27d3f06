import { headingSaysRetired } from '../../../domain/sightings/retired-words.ts';
import { keyOf } from './candidate.ts';
import { type CodeFrame, readCodeFrame } from './code-frames.ts';
import {
  breaksLine,
  endsHeadings,
  hasHeading,
  headingLevel,
  holdsWords,
  isButtonInRow,
  isFootnote,
  isMenu,
  isSilent,
  isWindow,
  namesPerson,
  preservesLines,
  setsOff,
  standsAside,
  strikes,
  touchesWords,
} from './element-names.ts';
import { asideOf, isHidden, isMarkedRetired, stripMarkup } from './hidden-parts.ts';
import type { PageLine, PageLines, Shown } from './page-lines.ts';
import { plainHeading } from './plain-heading.ts';
import { plainText } from './plain-text.ts';
import { codeElement, isTailElement } from './raw-codes-of.ts';
import { readAttributes } from './read-attributes.ts';
import { endsByLabel, endsRetiredHeading, RETIRED_LEVEL, retiredHeading } from './retired-headings.ts';

const LINE_CHARACTERS_MAX = 10_000;
const CODE_CHARACTERS_MAX = 40;
/** So many lines below a heading make a part of the page. */
const PART_LINES_MIN = 4;

interface Heading {
  readonly level: number;
  /** The part of the page that it heads has ended: it holds until the next heading. */
  readonly closed?: boolean;
  readonly text: string;
  /** The line it ended before. */
  readonly line?: number;
}
interface Frame extends CodeFrame {
  readonly setOff: boolean;
  readonly menu: boolean;
  /** The head or foot of the page. */
  readonly rim: boolean;
  readonly aside: boolean;
  /** Its lines end where its text's do. */
  readonly preserved: boolean;
  readonly headings: readonly Heading[];
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
    const apart = asideOf(element, tag);
    if (apart !== null) {
      // What is over stays over, even where a button would show it.
      const over = this.frames.at(-1)?.retired || this.texts().some(headingSaysRetired);
      this.page.templates.push(over && tag === 'TEMPLATE' ? { ...apart, shown: 'template' } : apart);
      return false;
    }
    if (isSilent(tag) || isFootnote(element, tag)) return false;
    const above = this.frames.at(-1);
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    const hidden = above?.hidden || isHidden(element);
    const breaks = breaksLine(tag) || isButtonInRow(element, tag);
    if (hidden !== (above?.hidden ?? false) || breaks) this.endLine();
    else if (!touchesWords(tag)) this.space();
    // What stands aside goes by headings of its own.
    const before = this.headings;
    const aside = above?.aside || standsAside(element, tag);
    const rim = above?.rim || tag === 'HEADER' || tag === 'FOOTER';
    if ((aside && !above?.aside && hasHeading(element)) || isWindow(element, tag))
      this.headings = this.headings.filter(({ level }) => level === 1);
    const boxed = !breaks && /background|border/.test(element.getAttribute('style') ?? '');
    this.frames.push({
      element,
      tag,
      retired: above?.retired || strikes(tag) || isMarkedRetired(element, names),
      hidden,
      breaks,
      preserved: above?.preserved || preservesLines(element, tag, names),
      setOff: above?.setOff || setsOff(tag) || boxed,
      menu: above?.menu || isMenu(element, tag) || (rim && tag === 'UL'),
      rim,
      aside,
      code: codeElement(element, tag, names) ?? (above?.code && holdsWords(tag) ? 'tag' : null),
      tail: isTailElement(names),
      headings: before,
      line: this.lineNow(),
      offset: this.current?.text.length ?? 0,
    });
    if (namesPerson(element, tag)) {
      const name = plainText(element, CODE_CHARACTERS_MAX);
      if (!/\s/.test(name)) this.page.people.add(keyOf(name.replace(/^@/, '')));
    }
    const top = this.frames.at(-1);
    const shown = top?.hidden ? 'template' : this.origin;
    const place = {
      line: this.lineOf(element, tag),
      retired: top?.retired ?? false,
      shown,
      headings: this.texts(),
    };
    readAttributes(this.page, element, place);
    return true;
  }

  leave(): void {
    const frame = this.frames.pop();
    if (!frame) return;
    const { element, tag } = frame;
    readCodeFrame(this.page, this.frames, frame, this.origin);
    if (this.page.lines.length > frame.line)
      this.page.ranges.set(element, [frame.line, this.page.lines.length - 1]);
    const level = headingLevel(tag) || retiredHeading(this.page, frame);
    if (level === 0 && (endsRetiredHeading(tag) || endsByLabel(this.page, frame)))
      this.headings = this.headings.filter((other) => other.level < RETIRED_LEVEL);
    if (level > 0) {
      const heading = { level, text: plainText(element, 200) };
      this.headings = [
        ...this.headings.filter((other) => other.level < level && !other.closed),
        { ...heading, line: this.lineNow() },
      ];
    } else if (endsHeadings(tag) || isWindow(element, tag)) this.headings = frame.headings;
    if (tag === 'DIV') this.closeHeadings(frame);
    if (frame.breaks) this.endLine();
    else if (!touchesWords(tag)) this.space();
  }

  /** A part that began with a heading and went on for some lines: what comes after it under a heading of its own is another part. */
  private closeHeadings({ headings, line }: Frame): void {
    this.headings = this.headings.map((heading) => {
      const inside = !headings.includes(heading) && (heading.line ?? 0) >= line;
      return inside && this.page.lines.length - (heading.line ?? 0) > PART_LINES_MIN
        ? { ...heading, closed: true }
        : heading;
    });
  }

  words(value: string): void {
    const top = this.frames.at(-1);
    if (!top) return;
    if (top.preserved && value.includes('\n')) {
      this.preservedLines(value);
      return;
    }
    const all = value
      .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/(?<!\*)\*\*([^*\s][^*]{0,58})\*\*(?!\*)/g, '$1');
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

  private preservedLines(value: string): void {
    const lines = value.split('\n');
    lines.forEach((line, at) => {
      if (at > 0) this.endLine();
      const heading = plainHeading(line, lines[at + 1] ?? '');
      if (heading !== null)
        this.headings = [...this.headings.filter((other) => other.level < 6), { level: 6, text: heading }];
      if (line !== '') this.words(line);
    });
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
    return {
      text: '',
      element,
      setOff: [],
      retired: [],
      headings: this.texts(),
      menu: this.frames.at(-1)?.menu ?? false,
      shown: hidden ? 'template' : this.origin,
    };
  }

  private texts(): string[] {
    return this.headings.map(({ text }) => text);
  }

  private block(): Element {
    const frame = this.frames.findLast(({ breaks }) => breaks) ?? this.frames[0];
    if (!frame) throw new Error('a line stands in an element');
    return frame.element;
  }

  private space(): void {
    if (this.current !== null && !this.current.text.endsWith(' ')) this.current.text += ' ';
  }

  /** A field that ends an offer holds no line: it belongs to the one before, not to what comes after the offer. */
  private lineOf(element: Element, tag: string): number {
    const now = this.lineNow();
    const before = this.page.lines[now - 1]?.element;
    const card = element.parentElement?.parentElement;
    if (tag !== 'INPUT' || this.current || !before || !card || card.tagName === 'BODY') return now;
    return card.contains(before) ? now - 1 : now;
  }

  private lineNow(): number {
    return this.current === null ? this.page.lines.length : this.page.lines.length - 1;
  }
}
