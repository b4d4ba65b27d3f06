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
import { asideOf, isHidden, isMarkedRetired } from './hidden-parts.ts';
import { type LinePlace, LineWriter } from './line-writer.ts';
import type { PageLines, Shown } from './page-lines.ts';
import { plainHeading } from './plain-heading.ts';
import { plainText } from './plain-text.ts';
import { codeElement, isTailElement } from './raw-codes-of.ts';
import { readAttributes } from './read-attributes.ts';
import { endsByLabel, endsRetiredHeading, RETIRED_LEVEL, retiredHeading } from './retired-headings.ts';
import { noteOpenings, type Opening, opensRetired, panelLabel } from './windows.ts';

const CODE_CHARACTERS_MAX = 40;
/** So many lines below a heading make a part of the page. */
const PART_LINES_MIN = 4;
/** A tab heads what its panel holds, above all headings in there. */
const TAB_LEVEL = 1.5;

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
  /** It opens over the page, or as one of several tabs: its headings end with it. */
  readonly window: boolean;
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
  private readonly openings = new Map<string, Opening<Heading>[]>();
  private readonly writer: LineWriter;
  private readonly page: PageLines;
  private readonly origin: Shown;

  constructor(page: PageLines, origin: Shown) {
    this.page = page;
    this.writer = new LineWriter(page);
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
    if (hidden !== (above?.hidden ?? false) || breaks) this.writer.end();
    else if (!touchesWords(tag)) this.writer.space();
    // What stands aside goes by headings of its own.
    const before = this.headings;
    const aside = above?.aside || standsAside(element, tag);
    const rim = above?.rim || tag === 'HEADER' || tag === 'FOOTER';
    const window = isWindow(element, tag);
    const opened = window ? (this.openings.get(element.getAttribute('id') ?? '') ?? []) : [];
    const [opening] = opened;
    if (opening) this.headings = opening.headings;
    else if ((aside && !above?.aside && hasHeading(element)) || window)
      this.headings = this.headings.filter(({ level }) => level === 1);
    const tab = window ? null : panelLabel(element, this.openings);
    if (tab !== null) this.headings = [...this.headings, { level: TAB_LEVEL, text: tab }];
    const boxed = !breaks && /background|border/.test(element.getAttribute('style') ?? '');
    this.frames.push({
      element,
      tag,
      retired: above?.retired || opensRetired(opened) || strikes(tag) || isMarkedRetired(element, names),
      window: window || tab !== null,
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
      line: this.writer.at,
      offset: this.writer.offset,
    });
    if (namesPerson(element, tag)) {
      const name = plainText(element, CODE_CHARACTERS_MAX);
      if (!/\s/.test(name)) this.page.people.add(keyOf(name.replace(/^@/, '')));
    }
    const top = this.frames.at(-1);
    const { headings } = this;
    noteOpenings(this.openings, { headings, control: element, retired: top?.retired ?? false });
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
        { ...heading, line: this.writer.at },
      ];
    } else if (endsHeadings(tag) || frame.window) this.headings = frame.headings;
    if (tag === 'DIV') this.closeHeadings(frame);
    if (frame.breaks) this.writer.end();
    else if (!touchesWords(tag)) this.writer.space();
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
    const place = this.placeOf(top);
    if (!top.preserved || !value.includes('\n')) {
      this.writer.write(value, place);
      return;
    }
    const lines = value.split('\n');
    lines.forEach((line, at) => {
      if (at > 0) this.writer.end();
      const heading = plainHeading(line, lines[at + 1] ?? '');
      if (heading !== null)
        this.headings = [...this.headings.filter((other) => other.level < 6), { level: 6, text: heading }];
      if (line !== '') this.writer.write(line, place);
    });
  }

  endLine(): void {
    this.writer.end();
  }

  private placeOf({ hidden, menu, setOff, retired }: Frame): LinePlace {
    const shown = hidden ? 'template' : this.origin;
    const begins = () => ({ element: this.block(), headings: this.texts() });
    return { begins, menu, shown, setOff, retired };
  }

  private texts(): string[] {
    return this.headings.map(({ text }) => text);
  }

  private block(): Element {
    const frame = this.frames.findLast(({ breaks }) => breaks) ?? this.frames[0];
    if (!frame) throw new Error('a line stands in an element');
    return frame.element;
  }

  /** A field that ends an offer holds no line: it belongs to the one before, not to what comes after the offer. */
  private lineOf(element: Element, tag: string): number {
    const now = this.writer.at;
    const before = this.page.lines[now - 1]?.element;
    const card = element.parentElement?.parentElement;
    if (tag !== 'INPUT' || this.writer.offset > 0 || !before || !card || card.tagName === 'BODY') return now;
    return card.contains(before) ? now - 1 : now;
  }
}
