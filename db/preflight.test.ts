import { describe, expect, it } from 'vitest';
import { judgeServer } from './preflight.ts';
import type { ServerFacts } from './server-facts.ts';

const good: ServerFacts = {
  version: '15.0',
  version_number: 150_000,
  user: 'shop',
  database: 'affiliates',
  encoding: 'UTF8',
  read_only: false,
  schema: 'public',
  schema_create: true,
  database_create: true,
  has_own_schemas: false,
  vector_installed: false,
  vector_available: true,
  vector_trusted: true,
  is_superuser: false,
  create_role: true,
  agent_exists: false,
  agent_member: false,
  agent_granted: true,
};

describe('judgeServer', () => {
  it('takes 15.0 with everything there without a warning', () => {
    expect(judgeServer(good)).toEqual({ version: '15.0', vector: true, agentRole: true, warnings: [] });
  });

  it('refuses an older release, a replica, another encoding', () => {
    expect(() => judgeServer({ ...good, version: '14.99', version_number: 140_099 })).toThrow(
      'database_too_old: The server runs PostgreSQL 14.99: 15 or newer is needed.',
    );
    expect(() => judgeServer({ ...good, read_only: true })).toThrow('name the primary');
    expect(() => judgeServer({ ...good, encoding: 'LATIN1' })).toThrow('LATIN1');
  });

  it('refuses when no schema is on the search path', () => {
    expect(() => judgeServer({ ...good, schema: null, schema_create: false })).toThrow(
      'schema public to shop',
    );
  });

  it('needs no right to make schemas that are there already', () => {
    expect(() => judgeServer({ ...good, database_create: false })).toThrow(
      'grant create on database affiliates',
    );
    expect(judgeServer({ ...good, database_create: false, has_own_schemas: true }).vector).toBe(false);
  });

  it('says who must create the extension', () => {
    const { vector, warnings } = judgeServer({ ...good, vector_trusted: false });
    expect(vector).toBe(false);
    expect(warnings.join()).toContain('have a superuser run: create extension vector');
  });

  it('says how to give the fence', () => {
    const { agentRole, warnings } = judgeServer({ ...good, create_role: false });
    expect(agentRole).toBe(false);
    expect(warnings.join()).toContain(
      'create role marginkeeper_agent nologin; grant marginkeeper_agent to shop',
    );
    expect(
      judgeServer({ ...good, create_role: false, agent_exists: true, agent_member: true }).agentRole,
    ).toBe(true);
  });

  it('tells when the role was made too late to get rights', () => {
    const late = { ...good, agent_exists: true, agent_member: true, agent_granted: false };
    expect(judgeServer(late).agentRole).toBe(false);
    expect(judgeServer(late).warnings.join()).toContain(
      'run the lines of db/schema.sql that grant to marginkeeper_agent',
    );
  });
});
