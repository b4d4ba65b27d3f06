import { z } from 'zod';
import { ModelLook } from '../vetting/look/model-look.ts';
import { Vetting } from '../vetting/vetting-result.ts';

export const ApplicationStatus = z.enum([
  'new',
  'working',
  'vetted',
  'needs_review',
  'accepted',
  'declined',
  'asked',
]);
export type ApplicationStatus = z.infer<typeof ApplicationStatus>;

/** Of one application what is compared with the others. */
export const Fingerprint = z.object({
  id: z.string(),
  platform: z.enum(['instagram', 'tiktok', 'youtube', 'blog', 'other']).nullable(),
  handle: z.string().nullable(),
  skeleton: z.string(),
  followers: z.number().nullable(),
  isVerified: z.boolean().nullable(),
  aboutHashes: z.array(z.string()),
  postHashes: z.array(z.string()),
  /** Of its pictures, once they were looked at. */
  pictureHashes: z.array(z.string()).default([]),
});
export type Fingerprint = z.infer<typeof Fingerprint>;

/** What vetting said, and which engine and rules said it. */
export const StoredVetting = Vetting.extend({
  madeBy: z.strictObject({ engine: z.string(), prompt: z.string().nullable() }),
  /** What a model with eyes made of its pictures; null when nobody asked one. */
  modelLook: ModelLook.nullable().default(null),
});
export type StoredVetting = z.infer<typeof StoredVetting>;

/** An application as the database keeps it. `applicant` is strangers' words, as given. */
export const StoredApplication = z.strictObject({
  applicationId: z.uuid(),
  source: z.string(),
  externalId: z.string(),
  receivedAt: z.date(),
  applicant: z.unknown(),
  sha256: z.string(),
  /** Where a letter may go; null when it names no address. */
  email: z.string().nullable(),
  fingerprint: Fingerprint,
  status: ApplicationStatus,
  /** Null until it has been vetted as it stands. */
  vetting: StoredVetting.nullable(),
  partnerId: z.string().nullable(),
  isSimulated: z.boolean(),
});
export type StoredApplication = z.infer<typeof StoredApplication>;
