import pg from 'pg';

/** The first column of the first row, over a connection of its own; `undefined` when there is no row. */
export async function firstValue(url: string, text: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
