import type { CommandContext, OpenDatabase, OpenOptions } from './context.ts';

/** Opens the database, does the work, and lets the database go whatever happened. */
export async function withDatabase<Result>(
  context: CommandContext,
  work: (database: OpenDatabase) => Promise<Result>,
  options: OpenOptions = {},
): Promise<Result> {
  const database = await context.openDatabase(options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
