import type { Random } from '../fraud/random.ts';

/** Ways in which sites write their markup. */
export const FAMILIES = ['semantic', 'wordpress', 'divs', 'react', 'vue', 'tables'] as const;
export type Family = (typeof FAMILIES)[number];

/** Class names for a part, as a family of sites would have them. */
export function classOf(family: Family, part: string, random: Random): string {
  switch (family) {
    case 'react':
      return `css-${random.whole(100_000, 999_999).toString(36)} ${random.chance(0.4) ? part.replaceAll('-', '') : ''}`.trim();
    case 'vue':
      return `${part}__wrap v-${part}`;
    case 'wordpress':
      return `wp-block-${part} ${part}`;
    default:
      return part;
  }
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Main content under construction: markup, and the text that a reader should get of it. */
export class MainMarkup {
  readonly family: Family;
  readonly random: Random;
  readonly lines: string[] = [];
  #html = '';

  constructor(family: Family, random: Random) {
    this.family = family;
    this.random = random;
  }

  get html(): string {
    return this.#html;
  }

  /** Markup as it is; `lines` is what of it belongs to the main text. */
  raw(html: string, lines: readonly string[] = []): void {
    this.#html += html;
    this.lines.push(...lines);
  }

  heading(level: number, text: string): void {
    const isPlain = this.family === 'tables' && level > 1;
    const html = isPlain
      ? `<p><font size="4"><b>${escaped(text)}</b></font></p>`
      : `<h${level}>${escaped(text)}</h${level}>`;
    this.raw(`${html}\n`, [text]);
  }

  paragraph(text: string): void {
    const tag = this.family === 'react' && this.random.chance(0.3) ? 'div' : 'p';
    this.raw(`<${tag}>${escaped(text)}</${tag}>\n`, [text]);
  }

  list(items: readonly string[], isOrdered = false): void {
    const tag = isOrdered ? 'ol' : 'ul';
    this.raw(`<${tag}>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</${tag}>\n`, items);
  }

  table(rows: readonly (readonly string[])[]): void {
    const body = rows
      .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
      .join('');
    this.raw(`<table>${body}</table>\n`, rows.flat());
  }

  /** A picture, which no text belongs to. */
  image(): void {
    const name = this.random.whole(1_000, 9_999);
    const source = this.random.chance(0.3)
      ? `data-src="/img/${name}.jpg" src="/blank.gif"`
      : `src="/img/${name}.jpg"`;
    this.raw(`<img ${source} alt="">`);
  }

  button(label: string, href: string, rel = ''): void {
    const name = classOf(this.family, 'button', this.random);
    this.raw(
      `<a class="${name}" href="${escaped(href)}"${rel ? ` rel="${rel}"` : ''}>${escaped(label)}</a>\n`,
      [label],
    );
  }

  /** Elements around what `inside` adds. */
  box(tag: string, part: string, inside: () => void, attributes = ''): void {
    this.#html += `<${tag} class="${classOf(this.family, part, this.random)}"${attributes ? ` ${attributes}` : ''}>`;
    inside();
    this.#html += `</${tag}>\n`;
  }
}

export { escaped as escapeMarkup };
