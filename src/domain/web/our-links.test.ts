import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, Policy } from '../policies.ts';
import { ourLinks } from './our-links.ts';

describe('ourLinks', () => {
  it('joins what is known, hosts as addresses hold them, and nothing twice', () => {
    expect(
      ourLinks([
        { hosts: ['WWW.Shop.example', 'bücher.example'], merchantIds: { awin: ['7'], cj: [] } },
        { hosts: ['shop.example:8443'] },
        { merchantIds: { awin: ['7', '8'], impact: ['9'] } },
      ]),
    ).toEqual({
      hosts: ['shop.example', 'xn--bcher-kva.example'],
      merchantIds: { awin: ['7', '8'], impact: ['9'] },
    });
  });

  it('is unknown where nothing is said', () => {
    expect(ourLinks([{ hosts: [], merchantIds: {} }, {}])).toBeNull();
    expect(DEFAULT_POLICY.web).toMatchObject({ ourHosts: [], ourMerchantIds: {} });
  });

  it('takes no number of a network whose links do not name a programme', () => {
    const held = (ourMerchantIds: Record<string, string[]>) =>
      Policy.safeParse({ ...DEFAULT_POLICY, web: { ...DEFAULT_POLICY.web, ourMerchantIds } }).success;
    expect(held({ awin: ['7'], rakuten: ['12'] })).toBe(true);
    for (const network of ['partnerize', 'Awin', 'nobody']) expect(held({ [network]: ['7'] })).toBe(false);
  });
});
