import { afterAll, describe, expect, it } from 'vitest';
import { preflight } from './preflight.ts';
import { cloneDatabase } from './testing/clone-database.ts';
import { databaseOf, runAlone, urlOfDatabase } from './testing/template-database.ts';

const { url, pools, drop } = await cloneDatabase();
const role = `${databaseOf(url)}_stranger`;
await pools.app.query(`create role ${role} login password 'right'`);
const asStranger = new URL(url);
asStranger.username = role;
asStranger.password = 'right';

afterAll(async () => {
  await drop();
  await runAlone(urlOfDatabase(url, 'postgres'), `drop role ${role}`);
});

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

describe('preflight', () => {
  it('passes a user who owns the database, saying what is weaker', async () => {
    const found = await preflight(url);
    expect(Number.parseInt(found.version, 10)).toBeGreaterThanOrEqual(15);
    expect(found.agentRole).toBe(true);
    expect(found.warnings.some((warning) => warning.includes('exact search'))).toBe(!found.vector);
  });

  it('names a wrong password without showing it', async () => {
    const wrong = preflight(changed((address) => (address.password = 'sesame')));
    await expect(wrong).rejects.toThrow(/^database_unreachable: .* does not accept the password of \w+/);
    await expect(wrong).rejects.not.toThrow('sesame');
  });

  it('names a server that does not listen', async () => {
    await expect(preflight('postgres://a:b@127.0.0.1:1/c')).rejects.toThrow(
      '127.0.0.1:1 is not listening there',
    );
    await expect(preflight('postgres://a:b@localhost:1/c')).rejects.toThrow(
      'localhost:1 is not listening there',
    );
  });

  it('names a host that nobody knows', async () => {
    await expect(preflight('postgres://a:b@nowhere.invalid/c')).rejects.toThrow('cannot look up');
  });

  it('names a database that is not there', async () => {
    await expect(preflight(urlOfDatabase(url, 'nope'))).rejects.toThrow(
      'has no database nope: create database nope owner',
    );
  });

  it('names the rights that a stranger lacks, one after the other, until the fence is all that is missing', async () => {
    const schemaRight = `grant usage, create on schema public to ${role}`;
    await expect(preflight(asStranger.href)).rejects.toThrow(
      `database_right_missing: ${role} may not create tables`,
    );
    await expect(preflight(asStranger.href)).rejects.toThrow(schemaRight);
    await pools.app.query(schemaRight);

    await pools.app.query('drop schema pgboss cascade');
    const databaseRight = `grant create on database ${databaseOf(url)} to ${role}`;
    await expect(preflight(asStranger.href)).rejects.toThrow(databaseRight);
    await pools.app.query(databaseRight);

    const found = await preflight(asStranger.href);
    expect(found.agentRole).toBe(false);
    expect(found.warnings.join()).toContain(`grant marginkeeper_agent to ${role}`);
  });
});
