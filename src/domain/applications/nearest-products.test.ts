import { expect, it } from 'vitest';
import { indexCatalogue, nearestProducts } from './nearest-products.ts';

const names = ['BLUE ENAMEL MUG', 'RED ENAMEL MUGS', 'TEA TOWEL LINEN', 'WICKER BASKET', 'PAPER LANTERN'];
const products = names.map((name, at) => ({ sku: `s${at}`, name, units: 100 - at }));
const catalogue = indexCatalogue(products);
const near = (text: string) => nearestProducts(text, catalogue).map(({ sku }) => sku);

it('names products whose names share most with the words, the better seller first', () => {
  expect(near('Linen towels for small kitchens')).toEqual(['s2']);
  expect(near('My enamel mugs')).toEqual(['s1', 's0']);
  expect(near('enamel')).toEqual(['s0', 's1']);
  expect(nearestProducts('a blue mug', catalogue)[0]).toMatchObject({ sku: 's0', shared: ['blue'] });
});

it('names none where no word is shared, and takes short words for nothing', () => {
  expect(near('Fahrräder und Reisen')).toEqual([]);
  expect(near('tea mug')).toEqual([]);
});

it('does not count a word that half the catalogue has', () => {
  const many = indexCatalogue(
    Array.from({ length: 100 }, (_, at) => ({ sku: `${at}`, name: `CHRISTMAS ITEM${at}`, units: 1 })),
  );
  expect(nearestProducts('christmas', many)).toEqual([]);
});
