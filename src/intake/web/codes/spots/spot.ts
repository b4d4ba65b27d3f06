import type { CodeShape } from '../../../../domain/sightings/code-shape.ts';
import type { Shown } from '../page-lines.ts';
import type { StateOffer } from '../state-offers.ts';

/** A place of a page where a code may stand, whatever rules make of it. */
export interface Spot {
  readonly code: string;
  readonly shape: CodeShape;
  readonly masked: boolean;
  /** Line it stands in or by; null for what only a program's values hold. */
  readonly line: number | null;
  /** Its place in the line's text; null for an attribute and a program's value. */
  readonly at: readonly [start: number, end: number] | null;
  readonly element: Element | null;
  readonly source: 'text' | 'label' | 'attribute' | 'element' | 'state';
  readonly shown: Shown;
  /** Its element says that it is over. */
  readonly retired: boolean;
  /** The rules that take it for a code. */
  readonly rules: ReadonlySet<string>;
  /** What its attribute, class or field is called, and what else is said of it. */
  readonly signs: readonly string[];
  /** The object that holds it, of a page's state. */
  readonly offer?: StateOffer;
}
