import type { ContentType } from '../../src/domain/pages/content-type.ts';
import type { PageLanguage } from './page-corpus.ts';

/** A page that we wrote, with what is true of it. */
export interface WrittenPage {
  readonly id: string;
  readonly contentType: ContentType;
  readonly language: PageLanguage;
  readonly url: string;
  readonly html: string;
  /** The main text, one block a line. */
  readonly text: string;
}
