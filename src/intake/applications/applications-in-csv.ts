import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import { Refusal } from '../../domain/errors.ts';

const TOP_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'platform',
  'handle',
  'language',
  'region',
  'bio',
  'claimed',
  'pitch',
  'email',
]);
const TRUTH: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/**
 * The applications in a CSV with a header row: the fields of the JSON as columns, every other column a figure of `stats`;
 * a list in a cell is split by semicolons, `posts` is JSON. Empty cells are left out.
 *
 * @throws {Refusal} `file_unreadable` when it is missing or has no column `id`.
 */
export async function applicationsInCsv(path: string): Promise<Record<string, unknown>[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('file_unreadable', `${path} cannot be read: ${error.message}.`, { path });
  });
  const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/u, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  });
  if (!meta.fields?.includes('id')) {
    throw new Refusal('file_unreadable', `${path} has no column "id".`, { path });
  }
  return data.map(applicationOf);
}

function applicationOf(row: Readonly<Record<string, string>>): Record<string, unknown> {
  const top: Record<string, unknown> = {};
  const stats: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    if (typeof cell !== 'string' || cell.trim() === '') continue;
    if (TOP_FIELDS.has(name)) top[name] = cell;
    else if (name === 'posts') top.posts = jsonOr(cell);
    else stats[name.replace(/^stats[._]/, '')] = figureOf(cell.trim());
  }
  return { ...top, stats };
}

function jsonOr(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    // Reading the application says that its posts are of the wrong kind.
    return cell;
  }
}

function figureOf(cell: string): unknown {
  if (cell.includes(';')) return cell.split(';').map((part) => Number(part.trim()));
  return TRUTH[cell.toLowerCase()] ?? (Number.isNaN(Number(cell)) ? cell : Number(cell));
}
