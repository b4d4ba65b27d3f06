/** The little of node-llama-cpp 3 that is used, by its own documentation; the package itself is the user's to install. */
export interface LlamaModule {
  getLlama(): Promise<Llama>;
  LlamaChatSession: new (options: {
    contextSequence: unknown;
    systemPrompt: string;
    autoDisposeSequence: boolean;
  }) => LlamaSession;
}

export interface Llama {
  loadModel(options: { modelPath: string }): Promise<LlamaModel>;
  createGrammarForJsonSchema(schema: object): Promise<unknown>;
}

export interface LlamaModel {
  createContext(): Promise<{ getSequence(): unknown; dispose(): Promise<void> }>;
  tokenize(text: string): readonly unknown[];
}

export interface LlamaSession {
  prompt(
    text: string,
    options: { grammar: unknown; maxTokens: number; signal: AbortSignal },
  ): Promise<string>;
}
