/** How one network writes the links it pays for. A row of the tables beside this file. */
export interface LinkPattern {
  readonly network: string;
  /** Host names it holds for, subdomains included; empty for a pattern that any host may carry. */
  readonly hosts: readonly string[];
  /** What the path must look like; its groups `partner`, `merchant`, `sub` and `target` are read. */
  readonly path?: RegExp;
  /** Query parameters of which one must be there; none needed when absent. */
  readonly needs?: readonly string[];
  /** What the value of that parameter must look like. */
  readonly value?: RegExp;
  /** Query parameters by what they say, the first that is there counts. */
  readonly partner?: readonly string[];
  readonly merchant?: readonly string[];
  readonly sub?: readonly string[];
  readonly target?: readonly string[];
  /** The link stands on the shop's own host, so that it is its own target without the parameters above. */
  readonly direct?: true;
  /**
   * `documented`: the network's public document says so; `seen`: met on public pages; `general`: general knowledge, not
   * checked against a document.
   */
  readonly claim: 'documented' | 'seen' | 'general';
  /** What the claim rests on. */
  readonly source: string;
}
