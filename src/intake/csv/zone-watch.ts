import { eventTimeCell, lacksZone, timeCell } from '../../domain/feeds/cells/time-cell.ts';
import { FEED_COLUMNS, type FeedColumn } from '../../domain/feeds/columns.ts';
import type { ImportKind } from '../../domain/feeds/kinds.ts';

/** Notices times without a zone, so that a person hears that they were taken for UTC. */
export class ZoneWatch {
  readonly #columns: readonly { readonly name: string; readonly at: number }[];
  #first: { line: number; name: string; text: string } | null = null;

  constructor(kind: ImportKind, header: readonly string[]) {
    const columns: Readonly<Record<string, FeedColumn>> = FEED_COLUMNS[kind];
    this.#columns = header
      .map((name, at) => ({ name, at }))
      .filter(({ name }) => columns[name]?.cell === eventTimeCell || columns[name]?.cell === timeCell);
  }

  watch(line: number, cells: readonly string[]): void {
    if (this.#first !== null) return;
    for (const { name, at } of this.#columns) {
      const text = cells[at] ?? '';
      if (!text.endsWith('Z') && lacksZone(text)) this.#first = { line, name, text };
    }
  }

  notes(): string[] {
    if (this.#first === null) return [];
    const { line, name, text } = this.#first;
    return [`Times without a zone were taken for UTC, the first on line ${line}: ${name} ${text}.`];
  }
}
