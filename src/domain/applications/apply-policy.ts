import { z } from 'zod';

/** What a user may set about the public application form. */
export const ApplyPolicy = z.strictObject({
  enabled: z.boolean(),
  secondsMin: z.int().min(0).max(60),
  hoursMax: z.int().min(1).max(168),
  perSenderPerDay: z.int().min(1).max(10_000),
  perDay: z.int().min(1).max(1_000_000),
});
export type ApplyPolicy = z.infer<typeof ApplyPolicy>;

export const APPLY_POLICY_DEFAULTS: ApplyPolicy = {
  enabled: true,
  secondsMin: 2,
  hoursMax: 24,
  perSenderPerDay: 10,
  perDay: 1_000,
};

export const APPLY_POLICY_ENTRIES: Readonly<
  Record<keyof ApplyPolicy, { readonly unit: string; readonly why: string; readonly source: string }>
> = {
  enabled: {
    unit: 'yes or no',
    why: 'The form at /apply; switched off, the address does not exist.',
    source: 'own default',
  },
  secondsMin: {
    unit: 'seconds from page to form',
    why: 'Nobody fills it in sooner; programs do. Who does is asked to send it once more.',
    source: 'own default',
  },
  hoursMax: {
    unit: 'hours from page to form',
    why: 'A form signed long ago has been handed on.',
    source: 'own default',
  },
  perSenderPerDay: {
    unit: 'forms a network address',
    why: 'An agency applies for several people; nobody for dozens.',
    source: 'own default',
  },
  perDay: { unit: 'forms', why: 'Bounds what a flood can put into the table.', source: 'own default' },
};
