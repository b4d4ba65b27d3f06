import { z } from 'zod';
import { VettingFlag } from '../vetting/flag.ts';
import { VettingDecision } from '../vetting/vetting-result.ts';
import { ApplicationStatus } from './stored-application.ts';

/** One application as lists show it. Handle and platform are a stranger's words. */
export const ApplicationItem = z
  .strictObject({
    id: z.uuid(),
    externalId: z.string(),
    platform: z.string().nullable(),
    handle: z.string().nullable(),
    followers: z.number().nullable(),
    status: ApplicationStatus,
    /** Null until it has been vetted. */
    decision: VettingDecision.nullable(),
    /** 0 to 100. */
    score: z.number().nullable(),
    flags: z.array(VettingFlag),
    /** The newest answer to it; null when none was proposed. */
    proposalId: z.uuid().nullable(),
    partnerId: z.string().nullable(),
    receivedAt: z.iso.datetime(),
    isSimulated: z.boolean(),
  })
  .meta({ id: 'ApplicationItem' });
export type ApplicationItem = z.infer<typeof ApplicationItem>;
