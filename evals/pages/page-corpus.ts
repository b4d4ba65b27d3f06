import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ContentType } from '../../src/domain/pages/content-type.ts';

export const PAGE_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

export const POOLS = [
  'intro',
  'firsthand',
  'step',
  'hype',
  'fact',
  'opinion',
  'verdict',
  'method',
  'news',
  'post',
  'shop',
  'coupon',
  'deal',
  'service',
  'gift',
] as const;
export type Pool = (typeof POOLS)[number];

const Lines = z.array(z.string().min(1)).min(2);
const Line = z.string().min(1);

/** The sentences of one language that pages are written with; `{name}`, `{n}` and the like are filled in. */
export const PageCorpus = z.strictObject({
  things: Lines,
  problems: Lines,
  who: Lines,
  topics: Lines,
  titles: z.record(ContentType, Lines),
  headings: z.record(z.string(), Lines),
  pools: z.record(z.enum(POOLS), Lines),
  labels: z.strictObject({
    disclosure: Lines,
    by: Line,
    buy: z.array(Line).min(1),
    add: z.array(Line).min(1),
    cart: Line,
    sort: Line,
    filter: Line,
    results: Line,
    reviews: Line,
    related: Line,
    newsletter: Line,
    comments: Line,
    reply: Line,
    joined: Line,
    posts: Line,
    show: z.array(Line).min(1),
    expires: Line,
    terms: Line,
    specs: Lines,
    qty: Line,
    stock: Line,
    home: Lines,
    nav: Lines,
    footer: Lines,
    cookie: Line,
    solved: Line,
    was: Line,
  }),
});
export type PageCorpus = z.infer<typeof PageCorpus>;

export function readPageCorpus(language: PageLanguage): PageCorpus {
  return PageCorpus.parse(
    JSON.parse(readFileSync(new URL(`corpus/${language}.json`, import.meta.url), 'utf8')),
  );
}
