/** What a worker says while it works; pino's logger is one. */
export interface WorkerLog {
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}
