import { z } from 'zod';
import { AskedFact } from '../../applications/asked-fact.ts';
import { VettingFlag } from '../../vetting/flag.ts';
import { Address, Body, RateBps, Sha256, Subject } from './effect-parts.ts';

/** What every answer to an application has: to whom, in which words, about which version of it. */
const ApplicationLetter = {
  /** An applicant is no partner yet. */
  partnerId: z.null(),
  applicationId: z.uuid(),
  /** Of the application as it was vetted. */
  sha256: Sha256,
  /** The address that the application names; null when it names none: then nothing is sent. */
  to: Address.nullable(),
  subject: Subject,
  body: Body,
  /** ISO 639-1. */
  language: z.string().regex(/^[a-z]{2,3}$/),
  /** The policy may let it pass without a person, where it lists the kind. */
  automatic: z.boolean(),
};

/** Take an applicant in as a partner whose first step at the network is still to come. */
export const ApplicationAccept = z.strictObject({
  kind: z.literal('application.accept'),
  ...ApplicationLetter,
  /** The partner type it becomes. */
  group: z.enum(['influencer', 'content']),
  /** To start with; null when comparable partners' figures bear none. */
  rateBps: RateBps.nullable(),
  /** A code to set up for it; null when it wants none. */
  code: z
    .string()
    .regex(/^[A-Z0-9]{4,20}$/)
    .nullable(),
});

/** Turn an applicant down. */
export const ApplicationDecline = z.strictObject({
  kind: z.literal('application.decline'),
  ...ApplicationLetter,
  /** What vetting found; empty when a person decided against it. */
  reasons: z.array(VettingFlag).max(30),
});

/** Ask an applicant for what is missing. */
export const ApplicationAsk = z.strictObject({
  kind: z.literal('application.ask'),
  ...ApplicationLetter,
  missing: z.array(AskedFact).min(1).max(10),
});
