import { Refusal } from '../src/domain/errors.ts';
import { AGENT_ROLE } from './pool.ts';
import { readServerFacts, type ServerFacts } from './server-facts.ts';

/** The oldest major release that the SQL here is written for. */
export const POSTGRES_MAJOR_MIN = 15;

export interface Preflight {
  /** As the server says it, for example `18.4`. */
  readonly version: string;
  /** Whether the `vector` extension is there, or this user may create it. */
  readonly vector: boolean;
  /** Whether tools can run under the agents' role, which exists or can be created. */
  readonly agentRole: boolean;
  /** Sentences about what is weaker on this server. */
  readonly warnings: readonly string[];
}

/**
 * Looks whether a server can carry the service, before anything is written to it.
 *
 * @throws {Refusal} `database_unreachable`, `database_too_old` or `database_right_missing`, each with a sentence
 *   that says what is missing and how to give it.
 */
export async function preflight(url: string): Promise<Preflight> {
  return judgeServer(await readServerFacts(url));
}

/** The verdict on what the server said of itself; throws as `preflight` does. */
export function judgeServer(facts: ServerFacts): Preflight {
  const { user, database } = facts;
  if (facts.version_number < POSTGRES_MAJOR_MIN * 10_000) {
    throw new Refusal(
      'database_too_old',
      `The server runs PostgreSQL ${facts.version}: ${POSTGRES_MAJOR_MIN} or newer is needed.`,
    );
  }
  if (facts.encoding !== 'UTF8') {
    throw missing(
      `The database ${database} stores text as ${facts.encoding}: create one with encoding UTF8.`,
    );
  }
  if (facts.read_only)
    throw missing(`The server at DATABASE_URL takes no writes (it is a replica): name the primary.`);
  if (facts.schema === null || !facts.schema_create) {
    const schema = facts.schema ?? 'public';
    throw missing(
      `${user} may not create tables in ${database}: grant usage, create on schema ${schema} to ${user}.`,
    );
  }
  if (!facts.database_create && !facts.has_own_schemas) {
    throw missing(
      `${user} may not create schemas in ${database}: grant create on database ${database} to ${user}.`,
    );
  }
  return { version: facts.version, ...weaknesses(facts) };
}

function weaknesses(facts: ServerFacts): Pick<Preflight, 'vector' | 'agentRole' | 'warnings'> {
  const vector =
    facts.vector_installed ||
    (facts.vector_available && (facts.is_superuser || (facts.vector_trusted && facts.database_create)));
  const agentReachable = facts.agent_exists ? facts.agent_member || facts.create_role : facts.create_role;
  const agentRole = agentReachable && (!facts.agent_exists || facts.agent_granted);
  const warnings: string[] = [];
  if (!vector) {
    const remedy = facts.vector_available
      ? `have a superuser run: create extension vector`
      : 'install pgvector on the server';
    warnings.push(
      `No "vector" extension: similar texts are found by exact search in this process (${remedy}).`,
    );
  }
  if (!agentRole) {
    const membership = facts.agent_exists
      ? `grant ${AGENT_ROLE} to ${facts.user}`
      : `before the first migrate: create role ${AGENT_ROLE} nologin; grant ${AGENT_ROLE} to ${facts.user}`;
    const remedy = agentReachable ? `run the lines of db/schema.sql that grant to ${AGENT_ROLE}` : membership;
    warnings.push(`The database fence round the agents is missing, types and imports remain (${remedy}).`);
  }
  return { vector, agentRole, warnings };
}

const missing = (sentence: string): Refusal => new Refusal('database_right_missing', sentence);
