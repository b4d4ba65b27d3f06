import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../../src/domain/inbox/intent.ts';
import { demoTruth } from '../truth.ts';
import { demoMails } from './demo-mails.ts';
import type { MailSender } from './mail-senders.ts';

const TYPES =
  'content influencer coupon email loyalty cashback sub_network search browser_extension tier1'.split(' ');
/** Thirty partners of each type. */
const senders: MailSender[] = TYPES.flatMap((type) =>
  Array.from({ length: 30 }, (_, nth) => ({
    partner_id: `${type}${nth}`,
    name: `${type} ${nth}`,
    type: type === 'tier1' ? 'content' : type,
    network: 'awin',
    website: `https://www.${type.replace('_', '-')}${nth}.example/`,
    email: `team@${type.replace('_', '-')}${nth}.example`,
    key_account: type === 'tier1',
    orders: ['571001', '571002'],
    pending_micros: 12_340_000n,
    currency: 'GBP',
    rate_bps: 800,
    code: null,
  })),
);
const LOADED = new Date('2026-05-18T12:00:00Z');
const mails = demoMails(senders, LOADED);

describe('the demo’s inbox', () => {
  it('holds some 120 mails of the days before, each under its own key, the same at every load', () => {
    expect(mails.length).toBeGreaterThanOrEqual(115);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(mails.length);
    for (const { receivedAt } of mails) expect(receivedAt.getTime()).toBeLessThan(LOADED.getTime());
    expect(demoMails(senders, LOADED)).toEqual(mails);
  });

  it('has every intent and eight languages, a label for each mail that can be read, and no placeholder left', () => {
    const labels = Object.values(demoTruth().inbox);
    expect(new Set(labels.map(({ intent }) => intent))).toEqual(new Set(INTENTS));
    expect(new Set(labels.map(({ language }) => language)).size).toBe(8);
    expect(labels).toHaveLength(mails.length - 1);
    for (const { bytes } of mails) expect(bytes.toString('latin1')).not.toMatch(/\{\w+\}/);
  });

  it('names nobody outside .example', () => {
    for (const { bytes } of mails) {
      const addresses = bytes.toString('latin1').match(/[\w.+-]+@[\w.-]+\.\w+/g) ?? [];
      expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    }
  });
});
