import { z } from 'zod';

const Sentence = z.string().min(1).max(240);

/** What a model with eyes says of an applicant's pictures beside the brand's. Its words may repeat a picture's. */
export const LookComparison = z.strictObject({
  closeness: z.number().min(0).max(1),
  observations: z.array(Sentence).length(3),
  mentions: z.array(z.string().min(1).max(80)).max(10),
});
export type LookComparison = z.infer<typeof LookComparison>;

/** The comparison, or why there is none though it was asked for. Evidence: no flag, score or decision reads it. */
export const ModelLook = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('compared'),
    engine: z.string().max(200),
    prompt: z.string().max(80),
    posts: z.int().min(1),
    board: z.int().min(1),
    comparison: LookComparison,
  }),
  z.strictObject({ state: z.literal('failed'), reason: z.string().max(1_000) }),
]);
export type ModelLook = z.infer<typeof ModelLook>;
