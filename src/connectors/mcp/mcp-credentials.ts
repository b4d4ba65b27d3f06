import { z } from 'zod';
import { COLUMNS } from '../../domain/networks/file-cells.ts';
import { FieldMap, FieldPath, StatusWords } from '../../domain/networks/mcp/field-map.ts';
import { BaseUrl } from '../http/base-url.ts';

const TAKEN = new Set<string>([
  ...COLUMNS,
  'awin',
  'cj',
  'impact',
  'partnerize',
  'rakuten',
  'refersion',
  'direct',
]);
const ToolName = z.string().regex(/^[\w.-]{1,128}$/);

/** A server of the Model Context Protocol that the user names, and how one of its tools lists transactions. */
export const McpCredentials = z
  .strictObject({
    /** What the network is called here. */
    network: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,39}$/)
      .refine((name) => !TAKEN.has(name), 'that name has another meaning here'),
    /** The tool that lists transactions. */
    tool: ToolName,
    fields: FieldMap,
    /** A server at an address, by streamable HTTP. */
    url: BaseUrl.nullable().default(null),
    token: z.string().min(1).max(2_000).nullable().default(null),
    /** Or a program on this machine, by its standard input and output. */
    command: z.string().min(1).max(1_000).nullable().default(null),
    args: z.array(z.string().max(4_000)).max(100).default([]),
    /** Variables that the program is given; it sees no others of ours. */
    environment: z.record(z.string(), z.string()).default({}),
    /**
     * What the tool is given. `{from}` and `{until}` become moments, `{fromDay}` and `{untilDay}` days, `{cursor}` what
     * the last answer named.
     */
    arguments: z.record(z.string(), z.unknown()).default({ from: '{from}', until: '{until}' }),
    /** Where in the answer the list of records stands; the answer itself when unset. */
    records: FieldPath.nullable().default(null),
    /** Where in the answer the next page is named; one page a window when unset. */
    cursor: FieldPath.nullable().default(null),
    statuses: StatusWords.default({}),
  })
  .refine(({ url, command }) => (url === null) !== (command === null), {
    path: ['url'],
    message: 'either an address or a program is needed',
  });
export type McpCredentials = z.infer<typeof McpCredentials>;
