import { foldText } from '../text/fold-text.ts';

export interface CatalogueProduct {
  readonly sku: string;
  readonly name: string;
  /** Sold in the window that the catalogue was read for. */
  readonly units: number;
}

/** A catalogue by the words of its products' names. */
export interface Catalogue {
  readonly products: readonly CatalogueProduct[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

export interface NearProduct extends CatalogueProduct {
  /** The words of its name that stand in the application too, as the catalogue has them. */
  readonly shared: readonly string[];
}

const WORD_LENGTH_MIN = 4;
/** A word of more names than this share says nothing of any. */
const COMMON_SHARE = 0.08;
const NEAR_MAX = 3;

/** @param products - best sellers first. */
export function indexCatalogue(products: readonly CatalogueProduct[]): Catalogue {
  const byWord = new Map<string, number[]>();
  for (const [at, { name }] of products.entries()) {
    for (const word of new Set(wordsOf(name))) {
      const places = byWord.get(word);
      if (places) places.push(at);
      else byWord.set(word, [at]);
    }
  }
  for (const [word, places] of byWord) {
    if (places.length > Math.max(3, products.length * COMMON_SHARE)) byWord.delete(word);
  }
  return { products, byWord };
}

/**
 * The products whose names share most with an applicant's words, rare words counting more; of names alike the one that
 * sells best. Words are compared, not meanings: an applicant who writes in another language than the catalogue finds none.
 */
export function nearestProducts(text: string, { products, byWord }: Catalogue): NearProduct[] {
  const scores = new Map<number, { score: number; shared: string[] }>();
  for (const word of new Set(wordsOf(text))) {
    const places = byWord.get(word) ?? [];
    for (const at of places) {
      const found = scores.get(at) ?? { score: 0, shared: [] };
      found.score += Math.log(1 + products.length / places.length);
      found.shared.push(word);
      scores.set(at, found);
    }
  }
  return [...scores]
    .sort(([one, { score }], [other, { score: otherScore }]) => otherScore - score || one - other)
    .slice(0, NEAR_MAX)
    .flatMap(([at, { shared }]) => {
      const product = products[at];
      return product === undefined ? [] : [{ ...product, shared }];
    });
}

/** Folded words without the s of a plural. */
const wordsOf = (text: string): string[] =>
  (foldText(text).match(/[\p{L}]+/gu) ?? [])
    .map((word) =>
      word.length > WORD_LENGTH_MIN && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word,
    )
    .filter((word) => word.length >= WORD_LENGTH_MIN);
