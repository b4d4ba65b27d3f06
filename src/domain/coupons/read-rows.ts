import { Sighting, TableCode } from './code-match.ts';

/** Stands in the place of what is no sighting. */
export interface SightingReject {
  readonly observed: null;
  /** From 0. */
  readonly index: number;
  readonly error: { readonly code: 'sighting_unreadable'; readonly message: string };
}

type Read<Row> = { readonly row: Row } | { readonly problem: string };

/** One row of a code table as files hold it: fields that we do not know are left out, a single publisher stands for a list. */
export function readTableCode(value: unknown): Read<TableCode> {
  if (typeof value === 'string') return parsed(TableCode, { code: value });
  if (!isRecord(value)) return { problem: 'A code is an object with the field "code".' };
  const publishers = value.allowed_publishers ?? [];
  return parsed(TableCode, {
    code: textOf(value.code),
    channel: textOf(value.channel) ?? null,
    owner: textOf(value.owner) ?? null,
    allowed_publishers: (Array.isArray(publishers) ? publishers : [publishers]).map(textOf),
  });
}

/** One sighting: an object with the field "observed", or the seen text alone. */
export function readSighting(value: unknown): Read<Sighting> {
  if (typeof value === 'string') return parsed(Sighting, { observed: value });
  if (!isRecord(value)) return { problem: 'A sighting is an object with the field "observed".' };
  return parsed(Sighting, {
    observed: textOf(value.observed),
    publisher: textOf(value.publisher) ?? null,
    // What stands round it says nothing about which code it is: kept as long as fits.
    context: textOf(value.context)?.slice(0, 5_000) ?? null,
  });
}

interface Schema<Row> {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly data?: Row;
    readonly error?: {
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
    };
  };
}

function parsed<Row>(schema: Schema<Row>, value: unknown): Read<Row> {
  const { data, error } = schema.safeParse(value);
  if (data !== undefined) return { row: data };
  const [issue] = error?.issues ?? [];
  return { problem: `${issue?.path.join('.') || 'It'}: ${issue?.message ?? 'cannot be read'}.` };
}

/** Numbers name codes and partners too, and become text; null and undefined stay what they are. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return value as string;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
