import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SALE_CHECKS, type Sale } from './check-sale.ts';
import { partnerAsCustomer } from './customer-key.ts';
import { SALE_CHECK_POLICY_DEFAULTS as POLICY } from './sale-check-policy.ts';

const at = (day: string): Date => new Date(`2026-${day}T12:00:00Z`);
const line = {
  valueMicros: 100_000_000n,
  quantity: 2n,
  returnedInWindow: 0n,
  returnedLate: 0n,
  rateBps: 500n,
};
const sale: Sale = {
  partnerId: 'p1',
  isDeclined: false,
  amountMicros: 100_000_000n,
  commissionMicros: 5_000_000n,
  isSameCurrency: true,
  convertedAt: at('03-01'),
  clickedAt: at('02-20'),
  customerType: 'new',
  codeOwner: 'p1',
  orderedAt: at('03-01'),
  customerSince: at('03-01'),
  historySince: new Date('2025-01-01'),
  customerId: 'k1@shop.example',
  partnerAsCustomer: partnerAsCustomer(' P1@partner.example'),
  lines: [line],
};
const verdicts = (change: Partial<Sale>) =>
  Object.fromEntries(
    Object.entries(SALE_CHECKS)
      .map(([kind, check]) => [kind, check({ ...sale, ...change }, POLICY)])
      .filter(([, verdict]) => verdict !== null),
  );

describe('a network’s sale against the shop', () => {
  it('agrees when everything agrees', () => {
    expect(verdicts({})).toEqual({});
  });

  it('may differ by one part in a hundred, or by a hundredth of the unit', () => {
    expect(verdicts({ amountMicros: 101_000_000n })).toEqual({});
    expect(verdicts({ amountMicros: 101_000_001n })).toHaveProperty('sale_amount_differs');
    const small = { lines: [{ ...line, valueMicros: 20_000n }], commissionMicros: 1_000n };
    expect(verdicts({ ...small, amountMicros: 30_000n })).toEqual({});
    expect(verdicts({ ...small, amountMicros: 30_001n })).toHaveProperty('sale_amount_differs');
  });

  it('may be of what was kept of the order', () => {
    const lines = [{ ...line, returnedInWindow: 1n }];
    expect(verdicts({ lines, amountMicros: 50_000_000n, commissionMicros: 2_500_000n })).toEqual({});
    expect(verdicts({ lines: [line], amountMicros: 50_000_000n })).toMatchObject({
      sale_amount_differs: { expectedMicros: 100_000_000n, foundMicros: 50_000_000n },
    });
  });

  it('pays the agreed rate, and where the sale is another that alone is told', () => {
    expect(verdicts({ commissionMicros: 8_000_000n })).toEqual({
      commission_differs: { expectedMicros: 5_000_000n, foundMicros: 8_000_000n, detail: null },
    });
    expect(verdicts({ commissionMicros: 8_000_000n, amountMicros: 1n }).commission_differs).toBe(
      'not_evaluated',
    );
  });

  it('is not evaluated where nothing could tell, which is no agreement', () => {
    expect(verdicts({ lines: [{ ...line, rateBps: null }] })).toEqual({
      commission_differs: 'not_evaluated',
    });
    expect(verdicts({ isSameCurrency: false })).toEqual({
      sale_amount_differs: 'not_evaluated',
      commission_differs: 'not_evaluated',
    });
    expect(
      verdicts({ codeOwner: null, clickedAt: null, partnerAsCustomer: [], customerSince: null }),
    ).toEqual({
      code_owner_differs: 'not_evaluated',
      click_outside_window: 'not_evaluated',
      self_referral: 'not_evaluated',
      customer_type_differs: 'not_evaluated',
    });
  });

  it('calls nobody new or returning with less than twelve months of orders before', () => {
    const customerSince = at('01-01');
    expect(verdicts({ customerSince })).toMatchObject({ customer_type_differs: { detail: 'returning' } });
    expect(verdicts({ customerSince, historySince: at('01-01') })).toEqual({
      customer_type_differs: 'not_evaluated',
    });
  });

  it('names the code’s owner, a late report, a click that cannot have brought it, and the partner’s own purchase', () => {
    expect(verdicts({ codeOwner: 'p2' })).toMatchObject({ code_owner_differs: { detail: 'p2' } });
    expect(verdicts({ convertedAt: at('03-04') })).toEqual({});
    expect(verdicts({ convertedAt: at('03-05') })).toHaveProperty('conversion_late');
    expect(verdicts({ clickedAt: at('01-30') })).toEqual({});
    expect(verdicts({ clickedAt: at('01-29') })).toHaveProperty('click_outside_window');
    expect(verdicts({ clickedAt: at('03-02') })).toHaveProperty('click_outside_window');
    expect(verdicts({ customerId: 'p1@partner.example' })).toHaveProperty('self_referral');
  });

  it('knows the partner’s address however it is written or hashed, and says nothing of ids that could be anybody', () => {
    const hashed = (kind: string, text: string) => createHash(kind).update(text).digest('hex');
    const own = { partnerAsCustomer: partnerAsCustomer('Jane.Doe+ads@gmail.com') };
    const same = [
      'jane.doe+ads@gmail.com',
      ' JaneDoe@googlemail.com ',
      'j.anedoe+shop@gmail.com',
      hashed('sha256', 'janedoe@gmail.com'),
      hashed('sha256', 'jane.doe+ads@gmail.com').toUpperCase(),
      hashed('md5', 'janedoe@gmail.com'),
    ];
    for (const customerId of same) expect(verdicts({ ...own, customerId })).toHaveProperty('self_referral');
    const others = ['janedoe@partner.example', hashed('sha256', 'jane@gmail.com'), 'jane.doe@gmail.co'];
    for (const customerId of others) expect(verdicts({ ...own, customerId })).toEqual({});
    const anybody = ['10482', 'k1', 'janedoe', '', hashed('sha1', 'janedoe@gmail.com'), null];
    for (const customerId of anybody) {
      expect(verdicts({ ...own, customerId })).toEqual({ self_referral: 'not_evaluated' });
    }
    // Elsewhere dots and pluses may be somebody else’s.
    expect(
      verdicts({ partnerAsCustomer: partnerAsCustomer('a.b@x.example'), customerId: 'ab@x.example' }),
    ).toEqual({});
  });
});
