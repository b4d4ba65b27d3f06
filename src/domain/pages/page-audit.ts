import { z } from 'zod';
import { AffiliateLink } from '../sightings/affiliate-link.ts';
import { SeenCode } from '../sightings/seen-code.ts';
import { BrandAlignment } from './brand-alignment.ts';
import { ContentType } from './content-type.ts';
import { Disclosure } from './disclosure.ts';
import { ProblemSolving } from './problem-solving.ts';
import { StructuredFacts } from './structured-facts.ts';

const Share = z.number().min(0).max(1);

/** What one page is and says. Every text in it is a stranger's. */
export const PageAudit = z.strictObject({
  /** The URL or the file, as it was asked for. */
  source: z.string().max(8_000),
  contentType: ContentType,
  /** How sure the type is; an unsure page is `other`. */
  confidence: Share,
  /** 1: helps a consumer with a problem from first hand; 0: a thin list of prices and buttons. */
  problemSolving: Share,
  problemSolvingParts: ProblemSolving,
  title: z.string().max(500).nullable(),
  /** The main text: without navigation, advertisements, comments and related links. */
  text: z.string(),
  /** ISO 639-1; null when nothing tells. */
  language: z.string().nullable(),
  author: z.string().max(200).nullable(),
  /** ISO 8601, a day or an instant, as precise as the page says. */
  publishedAt: z.string().nullable(),
  modifiedAt: z.string().nullable(),
  /** What says that money may flow; null when nothing does. */
  disclosure: Disclosure.nullable(),
  /** Null when no brand was given to compare with. */
  brandAlignment: BrandAlignment.nullable(),
  structured: StructuredFacts,
  affiliateLinks: z.array(AffiliateLink),
  codes: z.array(SeenCode),
  /** What could not be read as it stands, as sentences: cut for its size, an unknown charset. */
  notes: z.array(z.string()),
});
export type PageAudit = z.infer<typeof PageAudit>;
