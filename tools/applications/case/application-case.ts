import type { BoardItem } from '../../../db/queries/applications/list-board.ts';
import type { StartingTerms } from '../../../db/queries/applications/starting-terms.ts';
import type { CatalogueProduct, NearProduct } from '../../../src/domain/applications/nearest-products.ts';
import type { ApplicationPlan } from '../../../src/domain/applications/plan-application.ts';
import type {
  StoredApplication,
  StoredVetting,
} from '../../../src/domain/applications/stored-application.ts';
import type { Application } from '../../../src/domain/vetting/application.ts';
import type { ObservedProfile } from '../../../src/domain/vetting/profile/observed-profile.ts';
import type { SiteCase } from './site-evidence.ts';

/** Everything about one application that a tool needs, looked up anew. */
export interface ApplicationCase {
  readonly stored: StoredApplication;
  /** As vetting reads it. Strangers' words: for evidence only. */
  readonly application: Application;
  readonly vetting: StoredVetting;
  /** What its platform says of its profile; null when nobody asked or could. */
  readonly observed: ObservedProfile | null;
  /** The site that it names; null when it names none, or sites are not read. */
  readonly site: SiteCase | null;
  readonly plan: ApplicationPlan;
  readonly group: 'influencer' | 'content';
  readonly terms: StartingTerms;
  /** A code to set up for it; ours, none of its words. */
  readonly code: string;
  /** ISO 639-1, as it says or as its words tell. */
  readonly language: string;
  /** Of the letter: its own where we write letters in it, else English. */
  readonly letterLanguage: string;
  readonly asOf: string;
  /** Products whose names stand in its words, and what sells best. */
  readonly near: readonly NearProduct[];
  readonly bestSellers: readonly CatalogueProduct[];
  /** ISO 3166-1, of the policy; empty when it names none. */
  readonly markets: readonly string[];
  /** Places of its posts whose pictures can be shown. */
  readonly posts: readonly number[];
  /** The brand's reference pictures; empty where it has none to compare with them. */
  readonly board: readonly BoardItem[];
  /** Below it pictures are off-brand. */
  readonly lookLimit: number;
}
