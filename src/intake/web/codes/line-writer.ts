import { stripMarkup } from './hidden-parts.ts';
import type { PageLine, PageLines, Shown } from './page-lines.ts';

const LINE_CHARACTERS_MAX = 10_000;

/** How words stand: what the elements around them say. */
export interface LinePlace {
  /** Asked for only where a line begins. */
  readonly begins: () => Pick<PageLine, 'element' | 'headings'>;
  readonly menu: boolean;
  readonly shown: Shown;
  readonly setOff: boolean;
  readonly retired: boolean;
}

/** Puts a page's words into lines, as readers see them. */
export class LineWriter {
  private current: PageLine | null = null;
  private readonly page: PageLines;

  constructor(page: PageLines) {
    this.page = page;
  }

  /** The line that words would go on, or the next one. */
  get at(): number {
    return this.current === null ? this.page.lines.length : this.page.lines.length - 1;
  }

  /** Characters of the line that grows. */
  get offset(): number {
    return this.current?.text.length ?? 0;
  }

  write(value: string, place: LinePlace): void {
    const all = value
      .replaceAll(/[\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/\{\{[^{}]{0,300}\}\}/g, ' ')
      .replaceAll(/(?<!\*)\*\*([^*\s][^*]{0,58})\*\*(?!\*)/g, '$1');
    for (let at = 0; at < all.length; at += LINE_CHARACTERS_MAX) {
      let text = all.slice(at, at + LINE_CHARACTERS_MAX);
      if (this.current && this.current.text.length > LINE_CHARACTERS_MAX) this.end();
      if (this.current === null && text.trim() === '') continue;
      this.current ??= this.open(place);
      if (this.current.text === '' || this.current.text.endsWith(' ')) text = text.trimStart();
      const start = this.current.text.length;
      this.current.text += text;
      const end = start + text.trimEnd().length;
      if (place.setOff) this.current.setOff.push([start, end]);
      if (place.retired) this.current.retired.push([start, end]);
    }
  }

  space(): void {
    if (this.current !== null && !this.current.text.endsWith(' ')) this.current.text += ' ';
  }

  end(): void {
    if (this.current === null) return;
    const line = this.current;
    const plain = stripMarkup(line.text);
    // Offsets hold no more: the stretches that were set off are given up.
    if (plain !== line.text) line.setOff.length = 0;
    line.text = plain.trimEnd();
    this.current = null;
  }

  private open({ begins, menu, shown }: LinePlace): PageLine {
    const line = { ...begins(), text: '', setOff: [], retired: [], menu, shown };
    this.page.lines.push(line);
    return line;
  }
}
