import type { SeenHow } from '../../../domain/sightings/seen-code.ts';

/** A stretch of a page that reads as one line: a paragraph, a cell, a button's block. */
export interface PageLine {
  text: string;
  readonly element: Element;
  /** Stretches in bold, in boxes, in another typeface. */
  readonly setOff: [start: number, end: number][];
  /** Stretches that are struck through or stand in something marked as expired. */
  readonly retired: [start: number, end: number][];
  /** Headings it stands under, outermost first. */
  readonly headings: readonly string[];
  /** `shown`, or why no reader sees it; `state`: only programs hold it. */
  readonly shown: Shown;
  /** It stands in a menu: a list of links to other pages. */
  readonly menu?: boolean;
}
/** Markup apart from the page's tree. */
export interface Aside {
  readonly markup: string;
  readonly shown: Shown;
}
export type Shown = 'shown' | 'state' | 'comment' | 'template';

/** A code in an attribute or in an element of its own, before it is known whether one is meant. */
export interface RawCode {
  readonly code: string;
  readonly how: SeenHow;
  readonly element: Element;
  /** Line it stands in, or the one that came next. */
  readonly line: number;
  /** The name of the attribute or class says voucher; otherwise an offer must stand beside it. */
  readonly sure: boolean;
  /** Only its tag speaks for it (`<code>`), or an attribute that copies anything. */
  readonly weak: boolean;
  /** What holds it: an attribute's name, or an element's classes. */
  readonly by: string;
  /** Nothing names it: only on a page about codes, or beside a control that shows one. */
  readonly guessed?: boolean;
  readonly masked: boolean;
  readonly retired: boolean;
  readonly shown: Shown;
}

export interface PageLines {
  readonly lines: PageLine[];
  /** Descriptions of images and labels of buttons, each with the line it stands by. */
  readonly labels: { readonly line: PageLine; readonly at: number }[];
  /** First and last line of every element that has any. */
  readonly ranges: Map<Element, readonly [first: number, last: number]>;
  readonly raw: RawCode[];
  readonly tables: Element[];
  /** Blocks of plain text, each with the line it begins at. */
  readonly texts: { readonly element: Element; readonly line: number }[];
  /** Names of people who write there, which may look like codes; as keys. */
  readonly people: Set<string>;
  /** Markup that no reader sees, to be read by itself. */
  readonly comments: string[];
  readonly templates: Aside[];
  /** Attributes that hold JSON about vouchers. */
  readonly states: { readonly text: string; readonly name: string }[];
  /** What style sheets write into elements, by class or id. */
  readonly styled: ReadonlyMap<string, string>;
}

export const emptyLines = (styled: ReadonlyMap<string, string> = new Map()): PageLines => ({
  lines: [],
  labels: [],
  ranges: new Map(),
  raw: [],
  tables: [],
  texts: [],
  people: new Set(),
  comments: [],
  templates: [],
  states: [],
  styled,
});
