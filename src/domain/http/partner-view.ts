import { z } from 'zod';
import { MoneyJson } from '../money/micros.ts';

/** One partner in a list. */
export const PartnerView = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    network: z.string(),
    status: z.enum(['active', 'pending', 'blocked', 'offboarded']),
    tier: z.enum(['growth', 'maintain', 'purge']),
    website: z.string().nullable(),
    country: z.string().nullable(),
    keyAccount: z.boolean(),
    joinedAt: z.iso.datetime().nullable(),
    /** Proposals about this partner that wait for a person. */
    waiting: z.int(),
  })
  .meta({ id: 'Partner' });
export type PartnerView = z.infer<typeof PartnerView>;

/** One partner with what happened: figures per network and currency, commission held, its proposals' ids, newest first. */
export const PartnerDetail = PartnerView.extend({
  email: z.string().nullable(),
  figures: z.array(
    z.strictObject({
      network: z.string(),
      currency: z.string(),
      conversions: z.int(),
      amount: MoneyJson,
      commission: MoneyJson,
      firstAt: z.iso.datetime(),
      lastAt: z.iso.datetime(),
    }),
  ),
  held: z.array(MoneyJson),
  blockedSubIds: z.array(z.string()),
  proposals: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: z.string(),
      status: z.string(),
      title: z.string(),
      createdAt: z.iso.datetime(),
    }),
  ),
}).meta({ id: 'PartnerDetail' });
export type PartnerDetail = z.infer<typeof PartnerDetail>;
