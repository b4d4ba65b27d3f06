import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

export interface MadeNetwork {
  /** Names of tools in the order in which they were called. */
  readonly calls: string[];
  server(): McpServer;
}

/** Sales of a made up network, one a day from 1 January 2026. */
const SALES = Array.from({ length: 90 }, (_, day) => ({
  ref: `S-${day}`,
  publisher: { id: 7 },
  sold: new Date(Date.UTC(2026, 0, 1 + day, 12)).toISOString(),
  value: { amount: 10.1 + day, currency: 'EUR' },
  earns: 1.005,
  state: day % 2 === 0 ? 'OPEN' : 'CONFIRMED',
}));

/** A real MCP server that lists sales ten a page, and has a tool that would change something. */
export function madeNetwork(): MadeNetwork {
  const calls: string[] = [];
  const server = (): McpServer => {
    const made = new McpServer({ name: 'made-network', version: '1' });
    made.registerTool(
      'list_sales',
      {
        description: 'Lists sales',
        inputSchema: { since: z.string(), before: z.string(), page: z.string().optional() },
        annotations: { readOnlyHint: true },
      },
      ({ since, before, page = '0' }) => {
        calls.push('list_sales');
        const found = SALES.filter(({ sold }) => sold >= since && sold < before);
        const at = Number(page);
        const data = {
          data: { sales: found.slice(at, at + 10) },
          next: at + 10 < found.length ? at + 10 : null,
        };
        return { content: [{ type: 'text', text: JSON.stringify(data) }] };
      },
    );
    made.registerTool('list_broken', { inputSchema: { since: z.string(), before: z.string() } }, () => ({
      isError: true,
      content: [{ type: 'text', text: 'the network is down' }],
    }));
    made.registerTool('list_words', { inputSchema: { since: z.string(), before: z.string() } }, () => ({
      content: [{ type: 'text', text: 'There were some sales.' }],
    }));
    made.registerTool('approve_sale', { annotations: { readOnlyHint: true } }, () => {
      calls.push('approve_sale');
      return { content: [{ type: 'text', text: '[]' }] };
    });
    return made;
  };
  return { calls, server };
}
