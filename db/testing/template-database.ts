import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../migrate.ts';

/** Runs one statement on the database of `url` over a connection of its own. */
export async function runAlone(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** The same server and user, another database. */
export function urlOfDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

export const databaseOf = (url: string): string => new URL(url).pathname.slice(1);

/** Creates and migrates a database to be cloned; gives its address. */
export async function createTemplate(url: string): Promise<string> {
  const name = `marginkeeper_template_${randomBytes(4).toString('hex')}`;
  await runAlone(url, `create database ${name}`);
  const templateUrl = urlOfDatabase(url, name);
  await migrate(templateUrl);
  return templateUrl;
}

/** Drops the template and every clone that a test file did not drop. */
export async function dropTemplate(url: string, templateUrl: string): Promise<void> {
  const template = databaseOf(templateUrl);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select datname from pg_database where datname like $1', [
      `${template}%`,
    ]);
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`);
  } finally {
    await client.end();
  }
}
