import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPageAuditor } from '../../composition/open-page-auditor.ts';
import { PageAudit } from '../../domain/pages/page-audit.ts';
import { pageBytes } from '../../intake/web/page/page-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'pages-'));
const fileOf = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const auditor = openPageAuditor(1);
afterAll(() => auditor.close());

describe('the page command', () => {
  it.each([
    ['file_missing', () => join(folder, 'nowhere.html')],
    ['file_is_folder', () => folder],
    ['page_empty', () => fileOf('empty.html', ' \n ')],
    ['page_not_html', () => fileOf('a.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))],
  ])('says %s of what is no page', async (code, file) => {
    expect(await pageBytes(file())).toMatchObject({ code, message: expect.stringMatching(/\.$/) });
  });

  it('audits a saved page in a thread, and goes on after a deep one', { timeout: 60_000 }, async () => {
    const deep = fileOf('deep.html', `${'<div>'.repeat(100_000)}bottom`);
    const shop = fileOf(
      'shop.html',
      '<title>Corvane X2</title><script type="application/ld+json">{"@type":"Product","name":"Corvane X2","offers":{"price":"49"}}</script><h1>Corvane X2</h1><p>$49.00</p><form action="/cart/add"><button>Add to cart</button></form><p>Free shipping, in stock. Machine washable.</p>',
    );
    const audits = await Promise.all(
      [deep, shop].map(async (source) => {
        const bytes = await pageBytes(source);
        if ('code' in bytes) throw new Error(bytes.message);
        return auditor.audit({
          source,
          bytes,
          url: 'https://shop.example/products/x2',
          contentType: null,
          asOf: null,
          ours: null,
          brand: null,
        });
      }),
    );
    for (const audit of audits) expect(PageAudit.parse(audit)).toEqual(audit);
    expect(audits).toMatchObject([
      { notes: [expect.stringMatching(/nested deeper/)], text: expect.stringContaining('bottom') },
      { contentType: 'product', title: 'Corvane X2', brandAlignment: null },
    ]);
  });

  it('tells our links from others’ and compares with a brand where both are given', {
    timeout: 60_000,
  }, async () => {
    const html = `<title>Kettles</title><article><h1>Kettles that last</h1><p>The Corvane X2 is a great, reliable kettle, and quiet.
      <a href="https://www.awin1.com/cread.php?awinmid=7&awinaffid=9">Ours</a>, <a href="https://www.awin1.com/cread.php?awinmid=8&awinaffid=9">theirs</a>
      and <a href="https://links.shop.example/go/anna">Anna’s</a>.</p></article>`;
    const about = (text: string) =>
      auditor.audit({
        source: 'kettles.html',
        bytes: new TextEncoder().encode(html),
        url: 'https://blog.example/kettles',
        contentType: 'text/html; charset=utf-8',
        asOf: null,
        ours: { hosts: ['links.shop.example'], merchantIds: { awin: ['7'] } },
        brand: { name: 'Corvane', text, products: ['X2'] },
      });
    const near = await about('We make quiet electric kettles that are reliable and last for years.');
    if ('code' in near) throw new Error(near.message);
    expect(near.affiliateLinks.map(({ network, ours }) => [network, ours])).toEqual([
      ['awin', true],
      ['awin', false],
      ['ours', true],
    ]);
    expect(near.brandAlignment).toMatchObject({ mentions: 2, sentiment: 1 });
    const far = await about('Accounting software for dentists and their tax advisers.');
    const unsaid = await about('');
    const similarityOf = (audit: typeof far) => ('code' in audit ? null : audit.brandAlignment?.similarity);
    expect(near.brandAlignment?.similarity).toBeGreaterThan(Number(similarityOf(far)));
    expect(similarityOf(unsaid)).toBe(0);
  });
});
