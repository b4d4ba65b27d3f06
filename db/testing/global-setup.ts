import type { TestProject } from 'vitest/node';
import { createTemplate, dropTemplate } from './template-database.ts';
import { openTemporaryServer } from './temporary-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A migrated database that nobody connects to; `cloneDatabase` copies it. */
    templateUrl: string;
  }
}

/**
 * One server for the whole test run, and one migrated database on it that each test file clones.
 *
 * With `TEST_DATABASE_URL` (a user who may create databases and roles) the tests run on that server instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, end: () => Promise.resolve() } : await openTemporaryServer();
  const templateUrl = await createTemplate(server.url);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await dropTemplate(server.url, templateUrl);
    await server.end();
  };
}
