import { createHash } from 'node:crypto';
import { z } from 'zod';
import { foldText } from '../text/fold-text.ts';
import { PLATFORMS } from '../vetting/application.ts';

const trimmed = (least: number, most: number) => z.string().trim().min(least).max(most);

/** What an applicant fills in. */
export const ApplyForm = z.object({
  name: trimmed(1, 100),
  email: z.string().trim().toLowerCase().pipe(z.email().max(320)),
  platform: z.enum(PLATFORMS),
  handle: trimmed(1, 200),
  url: z
    .string()
    .trim()
    .max(500)
    .pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/ })])),
  followers: z
    .string()
    .trim()
    .regex(/^(?:\d[\d ., '’_]{0,14})?$/)
    .transform((text) => text.replaceAll(/\D/g, '')),
  region: trimmed(0, 60),
  about: trimmed(0, 2_000),
  pitch: trimmed(3, 4_000),
  consent: z.literal('yes'),
});
export type ApplyForm = z.infer<typeof ApplyForm>;
export type ApplyField = keyof ApplyForm;

/**
 * The form as every application is read. What it says of its followers is a claim; figures come from elsewhere.
 *
 * The same person, account and address is one application, however often it is sent.
 */
export function applicantOf(form: ApplyForm, language: string): Record<string, unknown> & { id: string } {
  const { name, email, platform, handle, url, followers, region, about, pitch } = form;
  const key = [email, platform, foldText(handle).replace(/^@/u, '')].join('\n');
  return {
    id: createHash('sha256').update(key).digest('hex').slice(0, 32),
    platform,
    handle,
    language,
    name,
    email,
    bio: about,
    pitch,
    ...(region === '' ? {} : { region }),
    ...(url === '' ? {} : { url }),
    ...(followers === '' ? {} : { claimed: { followers: Number(followers) } }),
  };
}
