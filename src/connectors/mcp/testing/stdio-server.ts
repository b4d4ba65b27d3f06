import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { madeNetwork } from './made-network.ts';

await madeNetwork().server().connect(new StdioServerTransport());
