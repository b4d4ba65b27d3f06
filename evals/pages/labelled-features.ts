import type { ContentType } from '../../src/domain/pages/content-type.ts';

/** Features of a page, and what it is. */
export interface LabelledFeatures {
  readonly features: Readonly<Record<string, number>>;
  readonly contentType: ContentType;
}
