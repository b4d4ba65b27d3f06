/** One value that a system needs, and the variable of the environment that holds it. */
export interface ConnectionVariable {
  /** Such as `MARGINKEEPER_AWIN_TOKEN`. */
  readonly name: string;
  readonly field: string;
  readonly isRequired: boolean;
  /** Nobody may see it again. */
  readonly isSecret: boolean;
}

/** What the environment says of one system that can be connected. Credentials are never shown or logged. */
export type Connection = {
  /** As the command line names it. */
  readonly system: string;
  readonly variables: readonly ConnectionVariable[];
} & (
  | { readonly state: 'ready'; readonly credentials: unknown }
  /** Nothing of it is set. */
  | { readonly state: 'absent' }
  /** `missing`: names of variables. */
  | { readonly state: 'incomplete'; readonly missing: readonly string[] }
  /** `problem`: a sentence without the value. */
  | { readonly state: 'wrong'; readonly problem: string }
);
