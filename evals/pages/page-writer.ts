import type { ContentType } from '../../src/domain/pages/content-type.ts';
import { Random } from '../fraud/random.ts';
import type { PageCorpus, Pool } from './page-corpus.ts';

/** Sentences that pages for testing are written with never stand in pages to learn from, where there are enough of them. */
export type Part = 'train' | 'test';

const BRANDS = [
  'Corvane',
  'Hallmoor',
  'Brixel',
  'Ostrava',
  'Nimbo',
  'Tavell',
  'Pirro',
  'Lundmark',
  'Quessy',
  'Ardent & Sons',
  'Velto',
  'Mirano',
  'Sudwerk',
  'Kestrel',
];
const MODELS = ['X2', 'Pro 3', 'Mini', 'Classic', '500', 'Air', 'No. 7', 'Lite', 'GT', 'S'];
const PEOPLE = [
  'Ana Ruiz',
  'Tom Becker',
  'Priya Shah',
  'Luc Martin',
  'Jo Whitfield',
  'Marta Silva',
  'Kees de Vries',
  'Elena Conti',
  'Sam Okafor',
];
const SHOPS = [
  'Harbour & Pine',
  'Nordlicht',
  'Casa Verde',
  'Bellamy',
  'Trailhead',
  'Maison Roux',
  'Velora',
  'Kitchenly',
  'Oakhouse',
  'Stadsfiets',
];
const MONTHS = ['January', 'March', 'June', 'November'];
const CODES = ['SAVE', 'WELCOME', 'SPRING', 'EXTRA', 'HELLO', 'WINTER', 'FRIENDS', 'MAIL'];

/** No page keeps to one thing: up to this share of its sentences come from anywhere. */
const STRAYING_MAX = 0.4;
const STRAY_POOLS: readonly Pool[] = [
  'intro',
  'firsthand',
  'hype',
  'fact',
  'opinion',
  'verdict',
  'news',
  'step',
  'shop',
  'deal',
];

/** Writes one page's words: the same seed, the same page. */
export class PageWriter {
  readonly random: Random;
  readonly corpus: PageCorpus;
  readonly shop: string;
  readonly year: number;
  readonly #part: Part;
  readonly #thing: string;
  readonly #straying: number;
  #named = '';

  constructor(corpus: PageCorpus, seed: number, part: Part) {
    this.random = new Random(seed);
    this.corpus = corpus;
    this.#part = part;
    this.shop = this.of(SHOPS);
    this.year = this.random.whole(2019, 2026);
    this.#thing = this.of(corpus.things);
    this.#straying = this.random.between(0, STRAYING_MAX);
    this.newName();
  }

  /** Any of a list. */
  of<Item>(list: readonly Item[]): Item {
    const item = list[Math.floor(this.random.uniform() * list.length)];
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  }

  newName(): string {
    this.#named = `${this.of(BRANDS)} ${this.of(MODELS)}`;
    return this.#named;
  }

  price(): string {
    const amount = `${this.random.whole(9, 480)}${this.random.chance(0.6) ? '.99' : ''}`;
    return this.random.chance(0.5)
      ? `$${amount}`
      : this.random.chance(0.5)
        ? `£${amount}`
        : `${amount.replace('.', ',')} €`;
  }

  code(): string {
    return `${this.of(CODES)}${this.random.whole(5, 40)}`;
  }

  person(): string {
    return this.of(PEOPLE);
  }

  fill(template: string): string {
    return template.replaceAll(/\{(\w+)\}/g, (_, slot: string) => this.#slot(slot));
  }

  title(type: ContentType): string {
    return this.fill(this.of(this.corpus.titles[type]));
  }

  heading(kind: string): string {
    const list = this.corpus.headings[kind];
    if (!list) throw new Error(`There are no headings ${kind}.`);
    return this.fill(this.of(list));
  }

  line(pool: Pool): string {
    const list = this.corpus.pools[pool];
    const own = list.filter((_, at) => (at % 3 === 2) === (this.#part === 'test'));
    return this.fill(this.of(own.length > 1 ? own : list));
  }

  /** @param pools - sentences are drawn from all of them alike. */
  paragraph(pools: readonly Pool[], sentences: number): string {
    const lines = new Set<string>();
    for (let at = 0; at < sentences; at++) {
      lines.add(this.line(this.of(this.random.chance(this.#straying) ? STRAY_POOLS : pools)));
    }
    return [...lines].join(' ');
  }

  #slot(slot: string): string {
    const { corpus, random } = this;
    switch (slot) {
      case 'name':
        return this.#named;
      case 'brand':
        return this.#named.split(' ')[0] ?? '';
      case 'things':
        return this.#thing;
      case 'problem':
        return this.of(corpus.problems);
      case 'topic':
        return this.of(corpus.topics);
      case 'who':
        return this.of(corpus.who);
      case 'person':
        return this.person();
      case 'shop':
        return this.shop;
      case 'price':
        return this.price();
      case 'year':
        return String(this.year);
      case 'month':
        return this.of(MONTHS);
      default:
        return String(random.whole(3, 48));
    }
  }
}
