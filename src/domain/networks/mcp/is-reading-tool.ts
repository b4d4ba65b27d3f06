/** What a server says of one of its tools. */
export interface OfferedTool {
  readonly name: string;
  readonly annotations?:
    | {
        readonly readOnlyHint?: boolean | undefined;
        readonly destructiveHint?: boolean | undefined;
      }
    | undefined;
}

const READS =
  /^(?:get|list|read|search|find|fetch|query|show|report|export|count|describe|lookup|transactions|conversions)$/;
const CHANGES =
  /^(?:add|amend|approve|archive|cancel|change|close|create|credit|decline|delete|deny|disable|edit|enable|execute|invite|modify|move|patch|pay|post|purge|put|reject|remove|replace|reset|restate|reverse|revoke|run|save|send|set|submit|terminate|update|upload|upsert|validate|write)$/;

/**
 * Whether a tool only reads, as far as its name and what its server says of it can tell. A name that changes something
 * is refused whatever the server says; a name that says neither needs the server's word.
 */
export function isReadingTool({ name, annotations }: OfferedTool): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (words.some((word) => CHANGES.test(word))) return false;
  if (annotations?.readOnlyHint === false || annotations?.destructiveHint === true) return false;
  return annotations?.readOnlyHint === true || words.some((word) => READS.test(word));
}
