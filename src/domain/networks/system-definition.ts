import type { z } from 'zod';
import type { OurLinks } from '../sightings/affiliate-link.ts';
import type { ApplicationFeed } from './application-feed.ts';
import type { CallLimits, TakeTurn } from './call-limits.ts';
import type { NetworkReader } from './network-reader.ts';

/** `verified`: a person has run it against the live system. `documented`: built from the vendor's document and fixtures. */
export type Claim = 'verified' | 'documented';

/** One thing a connector can do. */
export interface SystemOperation {
  /** Small letters with dots, such as `transactions.read`. */
  readonly name: string;
  readonly claim: Claim;
  /** What it does, for a person. */
  readonly does: string;
}

/** How one operation fared when the credentials were checked. */
export interface OperationCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly claim: Claim;
  /** A sentence. */
  readonly message: string;
}

/** One system that can be connected, and what it takes. */
export interface SystemDefinition<Credentials extends z.ZodType = z.ZodType> {
  /** As the command line names it. */
  readonly name: string;
  readonly title: string;
  readonly credentials: Credentials;
  /** Which fields of the credentials nobody may see again. */
  readonly secrets: readonly string[];
  readonly operations: readonly SystemOperation[];
  /** What its calls are held to: published, or else ours. */
  readonly limits: CallLimits;
  /** What its documents leave open, or contradict; sentences. */
  readonly limitations: readonly string[];
  /** By what strangers' links to this shop, or of this programme, are told; left out where its credentials do not say. */
  ourLinks?(credentials: z.output<Credentials>): Partial<OurLinks>;
  /**
   * Tries what can be tried without changing anything: one result an operation, in their order. Never throws for what
   * the system does.
   *
   * @param takeTurn - counts these calls with those of other processes.
   */
  check(
    credentials: z.output<Credentials>,
    signal: AbortSignal,
    takeTurn?: TakeTurn,
  ): Promise<OperationCheck[]>;
}

/** A system that commissions are read from. */
export interface NetworkSystem<Credentials extends z.ZodType = z.ZodType>
  extends SystemDefinition<Credentials> {
  /** Opens its reader; keep one for an account, because it counts the calls. */
  openReader(credentials: z.output<Credentials>, takeTurn?: TakeTurn): NetworkReader;
  /** Opens the applications that wait there; left out where its documents name no way. */
  openApplications?(credentials: z.output<Credentials>, takeTurn?: TakeTurn): ApplicationFeed;
}
