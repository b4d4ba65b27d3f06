import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { z } from 'zod';
import { Refusal } from '../../domain/errors.ts';
import { isReadingTool } from '../../domain/networks/mcp/is-reading-tool.ts';
import { parseExactJson } from '../../domain/text/exact-json.ts';
import type { McpCredentials } from './mcp-credentials.ts';

/** One conversation with a server. */
export interface McpSession {
  /** Calls the one tool that was named; its answer's JSON. */
  call(given: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<unknown>;
  close(): Promise<void>;
}

const TIMEOUT_MS = 60_000;
const TOOL_PAGES_MAX = 50;
const LETTERS_MAX = 64 * 2 ** 20;
const SHOWN_MAX = 200;
const Content = z.array(z.looseObject({ type: z.string(), text: z.string().optional() }));

/**
 * Begins a conversation, and looks at the tool that was named: it has to be there, and to be one that only reads.
 *
 * @throws {Refusal} `system_unreachable`, `system_sign_in_refused`, or `system_answer_unusable` when the tool is not
 *   there or may change something.
 */
export async function openMcpSession(credentials: McpCredentials, signal: AbortSignal): Promise<McpSession> {
  const { tool } = credentials;
  const client = new Client({ name: 'marginkeeper', version: '1' });
  try {
    await client.connect(transportOf(credentials), { timeout: TIMEOUT_MS, signal });
    const offered = await offeredTool(client, tool, signal);
    if (!offered) throw new Refusal('system_answer_unusable', `The MCP server has no tool ${tool}.`);
    if (!isReadingTool(offered)) {
      throw new Refusal(
        'system_answer_unusable',
        `The tool ${tool} of the MCP server may change something; only tools that read are called.`,
      );
    }
  } catch (error) {
    await client.close();
    throw refusalOf(error, signal);
  }
  return {
    async call(given, callSignal) {
      try {
        const options = { timeout: TIMEOUT_MS, signal: callSignal };
        const result = await client.callTool({ name: tool, arguments: { ...given } }, undefined, options);
        return answerOf(result, tool);
      } catch (error) {
        throw refusalOf(error, callSignal);
      }
    },
    close: () => client.close(),
  };
}

function transportOf({ url, token, command, args, environment }: McpCredentials): Transport {
  if (command !== null) {
    const env = { ...getDefaultEnvironment(), ...environment };
    return new StdioClientTransport({ command, args: [...args], env, stderr: 'ignore' });
  }
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  // The SDK declares its session id as possibly undefined, which the interface it implements does not allow.
  return new StreamableHTTPClientTransport(new URL(url ?? ''), { requestInit: { headers } }) as Transport;
}

async function offeredTool(client: Client, name: string, signal: AbortSignal) {
  let cursor: string | undefined;
  for (let page = 0; page < TOOL_PAGES_MAX; page += 1) {
    const { tools, nextCursor } = await client.listTools(cursor === undefined ? {} : { cursor }, {
      timeout: TIMEOUT_MS,
      signal,
    });
    const found = tools.find((tool) => tool.name === name);
    if (found || nextCursor === undefined) return found;
    cursor = nextCursor;
  }
  return undefined;
}

/** The answer's text as JSON with its numbers as text; else what it gives as data. */
function answerOf(result: Readonly<Record<string, unknown>>, tool: string): unknown {
  const { data: content = [] } = Content.safeParse(result.content);
  const text = content.flatMap((part) => (part.type === 'text' ? (part.text ?? '') : [])).join('');
  if (result.isError === true) {
    const says = text
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .slice(0, SHOWN_MAX);
    throw new Refusal(
      'system_answer_unusable',
      `The tool ${tool} of the MCP server fails: ${says || 'no reason'}`,
    );
  }
  const value = text.length > LETTERS_MAX ? undefined : parseExactJson(text);
  const answer = value ?? result.structuredContent;
  if (answer === undefined) {
    throw new Refusal(
      'system_answer_unusable',
      `The tool ${tool} of the MCP server does not answer in JSON.`,
    );
  }
  return answer;
}

/** What went wrong, as a sentence without address or header; the signal's reason when we were stopped. */
function refusalOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof Refusal) return error;
  if (signal.aborted) return signal.reason;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const isUnauthorised = error instanceof Error && error.name === 'UnauthorizedError';
  if (code === 401 || code === 403 || isUnauthorised) {
    return new Refusal('system_sign_in_refused', 'The MCP server does not accept these credentials.');
  }
  if (code === 429)
    return new Refusal('system_busy', 'The MCP server takes no more calls for now.', {
      retryAfterSeconds: 60,
    });
  const why = typeof code === 'number' || typeof code === 'string' ? ` (${code})` : '';
  return new Refusal('system_unreachable', `The MCP server cannot be reached, or broke off${why}.`);
}
