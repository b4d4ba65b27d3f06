import { expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { WEB_POLICY_DEFAULTS } from '../domain/web/web-policy.ts';
import { ourLinksOf } from './our-links-of.ts';

it('knows our links by the policy, our own address and what is connected, and takes no half set system', () => {
  const config = readConfig({
    MARGINKEEPER_PUBLIC_URL: 'https://partners.shop.example',
    MARGINKEEPER_AWIN_ADVERTISER_ID: '1001',
    MARGINKEEPER_AWIN_TOKEN: 'token',
    MARGINKEEPER_IMPACT_ACCOUNT_SID: 'sid',
    MARGINKEEPER_IMPACT_AUTH_TOKEN: 'token',
    MARGINKEEPER_IMPACT_CAMPAIGN_ID: '33',
    MARGINKEEPER_SHOPIFY_SHOP: 'my-shop.myshopify.com',
    MARGINKEEPER_SHOPIFY_TOKEN: 'token',
    MARGINKEEPER_WOOCOMMERCE_URL: 'https://www.shop.example/store',
  });
  const policy = { ...WEB_POLICY_DEFAULTS, ourHosts: ['links.example'], ourMerchantIds: { awin: ['7'] } };
  expect(ourLinksOf(config, policy)).toEqual({
    hosts: ['links.example', 'partners.shop.example', 'my-shop.myshopify.com'],
    merchantIds: { awin: ['7', '1001'], impact: ['33'] },
  });
});

it('knows nothing of our links where nothing is set', () => {
  expect(ourLinksOf(readConfig({}), WEB_POLICY_DEFAULTS)).toBeNull();
});
