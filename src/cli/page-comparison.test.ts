import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageComparison, withHost, withMerchant } from './page-comparison.ts';

describe('what pages are held beside', () => {
  it('is nothing where nobody says anything', async () => {
    expect(await pageComparison(null, {})).toEqual({ ours: null, brand: null });
  });

  it('adds what the command line says to what policy and connections know', async () => {
    const known = { hosts: ['shop.example'], merchantIds: { awin: ['7'] } };
    const ourMerchant = withMerchant('impact=9', withMerchant('awin=8'));
    const ourHost = withHost('www.links.example', withHost('shop.example'));
    expect((await pageComparison(known, { ourHost, ourMerchant })).ours).toEqual({
      hosts: ['shop.example', 'links.example'],
      merchantIds: { awin: ['7', '8'], impact: ['9'] },
    });
  });

  it('takes the brand from a file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'brand-')), 'brand.txt');
    writeFileSync(file, 'Corvane\nQuiet kettles.\nProducts:\nX2\n');
    expect((await pageComparison(null, { brand: file })).brand).toEqual({
      name: 'Corvane',
      text: 'Quiet kettles.',
      products: ['X2'],
    });
  });

  it.each(['https://shop.example', 'shop.example/x', 'a,b', 'shop.example:80', ' '])(
    'takes %s for no host',
    (text) => expect(() => withHost(text)).toThrow(/host name/),
  );

  it.each(['awin', 'awin=', '=7', 'nobody=7', 'partnerize=7'])('takes %s for no number of ours', (text) =>
    expect(() => withMerchant(text)).toThrow(/such as awin=1234/),
  );
});
