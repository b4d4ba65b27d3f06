import type { NetworkSystem } from '../../domain/networks/system-definition.ts';
import { checkOperations } from '../networks/check-operations.ts';
import { tryReading } from '../networks/try-reading.ts';
import { McpCredentials } from './mcp-credentials.ts';
import { MCP_LIMITS, mcpReader } from './read.ts';

/** Any other network through an MCP server, as the command line connects it. */
export const MCP_SYSTEM: NetworkSystem<typeof McpCredentials> = {
  name: 'mcp',
  title: 'MCP server',
  credentials: McpCredentials,
  secrets: ['token', 'environment'],
  operations: [
    {
      name: 'transactions.read',
      claim: 'documented',
      does: 'Reads transactions by the tool that was named.',
    },
  ],
  limits: MCP_LIMITS,
  limitations: [
    'One server and one tool of it; that tool is called only when its name and its server say that it reads.',
    'What a server says is read by the map of fields that the user gives; nothing else of it is believed.',
    'How a server understands the time it is asked for, by sale or by change, is its own affair.',
    'A number that a server gives only as data, not as text, has passed through a float.',
    'Nothing is written back.',
  ],
  openReader: (credentials, takeTurn) => mcpReader(credentials, { takeTurn }),
  check: (credentials, signal, takeTurn) =>
    checkOperations(
      MCP_SYSTEM.operations,
      { 'transactions.read': tryReading(mcpReader(credentials, { takeTurn })) },
      signal,
    ),
};
