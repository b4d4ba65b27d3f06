import { z } from 'zod';

const Count = z.number().min(0).max(100_000_000_000).nullable();

/** What a platform itself says of a profile, by its API or its public page. The words in it are a stranger's. */
export const ObservedProfile = z.strictObject({
  /** `gone`: the platform knows no such profile, or none that it may tell of. */
  state: z.enum(['found', 'gone']),
  platform: z.enum(['youtube', 'instagram', 'tiktok']),
  handle: z.string().max(200),
  /** As sentences name it, such as "YouTube Data API". */
  source: z.string().max(80),
  observedAt: z.iso.datetime(),
  bio: z.string().max(10_000),
  /** Followers on Instagram and TikTok, subscribers on YouTube; null when hidden. */
  followers: Count,
  following: Count,
  posts: Count,
  totalViews: Count,
  /** Left out where a platform does not count them. */
  totalLikes: Count.optional(),
  hasPicture: z.boolean().nullable(),
  /** Newest first. */
  recent: z
    .array(z.strictObject({ text: z.string().max(10_000), likes: Count, comments: Count, views: Count }))
    .max(50),
});
export type ObservedProfile = z.infer<typeof ObservedProfile>;

/** Reads profiles of one platform. */
export interface ProfileReader {
  readonly platform: ObservedProfile['platform'];
  /** Profiles that one run may ask it about; left out, as many as there are. */
  readonly perRunMax?: number;
  /**
   * @throws {Refusal} `system_sign_in_refused`, `system_busy`, `system_unreachable`, `system_answer_unusable`.
   */
  read(handle: string, signal?: AbortSignal): Promise<ObservedProfile>;
}
