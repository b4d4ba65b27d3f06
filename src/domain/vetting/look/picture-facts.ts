import type { Problem } from '../application.ts';
import type { LookMeasure } from './look-measure.ts';

/** What the pictures of one application say. */
export interface PictureFacts {
  /** Of the pictures that could be measured. */
  readonly measures: readonly LookMeasure[];
  /** Perceptual hashes of the pictures that have enough in them to be told apart: 16 hexadecimal digits each. */
  readonly hashes: readonly string[];
  readonly unreadable: number;
  /** At most one, about all that could not be read. */
  readonly problems: readonly Problem[];
}
