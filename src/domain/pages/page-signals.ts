/** What can be counted on a page without understanding it. */
export interface PageSignals {
  /** Null for a file without an address. */
  readonly url: string | null;
  readonly title: string;
  /** Of the main text, in its order. */
  readonly headings: readonly { readonly level: number; readonly text: string }[];
  /** The main text, one block a line. */
  readonly text: string;
  /** All the words a visitor may see, menus and buttons too. */
  readonly pageText: string;
  /** schema.org types. */
  readonly types: readonly string[];
  readonly openGraphType: string | null;
  /** Products that the page describes for machines. */
  readonly products: number;
  readonly hasAuthor: boolean;
  readonly hasPublished: boolean;
  readonly hasDisclosure: boolean;
  readonly paidLinks: number;
  /** Different shops or sites that paid links lead to. */
  readonly paidTargets: number;
  /** Not retired. */
  readonly codes: number;
  readonly codeMerchants: number;
  readonly dom: DomCounts;
}

/** Elements of a page, counted before anything is taken out. */
export interface DomCounts {
  readonly elements: number;
  readonly links: number;
  /** To other hosts; nought when the page's own is unknown. */
  readonly outsideLinks: number;
  readonly outsideHosts: number;
  readonly images: number;
  readonly mainImages: number;
  readonly tables: number;
  readonly tableRows: number;
  readonly listItems: number;
  readonly orderedItems: number;
  readonly forms: number;
  readonly selects: number;
  /** Buttons or links that put something into a cart or lead to a shop. */
  readonly buyButtons: number;
  /** Ways into a cart or an account in the page's frame. */
  readonly cartLinks: number;
  /** Like elements side by side, each with a link and a price: the largest such group. */
  readonly priceCards: number;
  /** Like elements side by side, each with a link and an image: the largest such group. */
  readonly linkCards: number;
  /** Posts or answers of different people. */
  readonly posts: number;
  readonly commentBoxes: number;
  readonly quotes: number;
  readonly times: number;
  readonly ratings: number;
  /** Buttons that reveal or copy a code. */
  readonly codeButtons: number;
  readonly codeBlocks: number;
  readonly articles: number;
}
