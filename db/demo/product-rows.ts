import { formatMicros, parseMicros } from '../../src/domain/money/micros.ts';
import { chanceOf } from './chance.ts';
import { productUrl } from './click.ts';
import { pennyShare } from './penny-share.ts';
import type { DemoRow } from './rows.ts';
import { isProduct } from './sku-kind.ts';
import type { SourceProduct } from './source.ts';

/** The source has no categories; the first word found in the name decides. */
const CATEGORIES: readonly (readonly [category: string, words: RegExp])[] = [
  ['Christmas', /CHRISTMAS|XMAS|ADVENT|SANTA|REINDEER|SNOW|BAUBLE|TINSEL/],
  ['Bags', /\bBAGS?\b|SHOPPER|PURSE|TOTE/],
  ['Lighting', /LIGHT|LANTERN|CANDLE|LAMP/],
  [
    'Kitchen',
    /MUG|CUP|BOWL|PLATE|TEA|COFFEE|KITCHEN|CAKE|BAKING|JAR|TIN\b|TINS\b|LUNCH|BOTTLE|SPOON|JUG|APRON/,
  ],
  ['Paper and party', /CARD|WRAP|PAPER|PARTY|BUNTING|RIBBON|NAPKIN|BALLOON|STICKER|NOTEBOOK|DOILEY|DOILY/],
  ['Toys and children', /CHILD|TOY|GAME|DOLL|BABY|SPACEBOY|DOLLY|PUZZLE|SOLDIER|KNITTING|SKITTLES/],
  ['Jewellery', /NECKLACE|BRACELET|EARRING|RING\b|BROOCH|HAIR/],
  ['Garden', /GARDEN|PLANT|FLOWER|BIRD|WATERING|UMBRELLA|PICNIC/],
  ['Home', /./],
];

/**
 * Real names and prices; category derived from the name; both costs simulated, since the source has none.
 *
 * Lines that are no products (postage and the like) get a row of category "Not a product" without costs.
 */
export function productRow(product: SourceProduct): DemoRow<'products'> {
  const { sku, name } = product;
  const chance = chanceOf(`product ${sku}`);
  const shelved = isProduct(sku);
  const price = product.price === '' ? null : parseMicros(product.price);
  const unitCost =
    price === null ? null : pennyShare(price, BigInt(Math.round(chance.between(3_600, 5_800))));
  const fulfilment = BigInt(Math.round(chance.between(8, 45))) * 10_000n;
  return {
    sku,
    name: name === '' ? sku : name,
    category: shelved ? (CATEGORIES.find(([, words]) => words.test(name))?.[0] ?? 'Home') : 'Not a product',
    price: shelved && price !== null ? formatMicros(price) : '',
    unit_cost: shelved && unitCost !== null ? formatMicros(unitCost) : '',
    fulfilment_cost: shelved ? formatMicros(fulfilment) : '',
    currency: 'GBP',
    url: shelved ? productUrl(sku) : '',
  };
}
