/** One question to a language model. There is no way to give it a tool: it answers with text, and only with text. */
export interface ModelQuestion {
  /** Ours alone. */
  readonly system: string;
  /** Facts; strangers' words stand in it fenced, as data. */
  readonly user: string;
  /** Data URLs of pictures that we encoded ourselves, after `user`; left out where there are none. */
  readonly pictures?: readonly string[];
  /** Names the answer's form for servers that want a name. */
  readonly answerName: string;
  /** JSON schema of the answer; a server that cannot hold itself to one is only asked for it in words. */
  readonly answerSchema: Readonly<Record<string, unknown>>;
  readonly answerTokensMax: number;
  /** Ends the wait. */
  readonly signal: AbortSignal;
}

export interface ModelAnswer {
  /** As it came: to be parsed, and believed in nothing. */
  readonly text: string;
  /** Null when the server does not say what it counted. */
  readonly tokens: { readonly inputTokens: number; readonly outputTokens: number } | null;
}

/** A language model that can be asked one thing at a time. */
export interface ModelClient {
  /** As it stands in runs and proposals, such as `gpt-4.1-mini`. */
  readonly name: string;
  /**
   * Asks once, without trying again.
   *
   * @throws {Refusal} `model_timed_out`, `model_rate_limited` (facts: `retryAfterMs` when the server said), `model_unreachable`,
   *   `model_rejects_us` (a wrong key or name: asking again does not help) or `model_answer_unusable`.
   */
  ask(question: ModelQuestion): Promise<ModelAnswer>;
}
