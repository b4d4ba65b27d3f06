import { Refusal } from '../../domain/errors.ts';
import type { CallLimits } from '../../domain/networks/call-limits.ts';
import { cutWindows, type TimeWindow } from '../../domain/networks/cut-windows.ts';
import { mappedDraft, valueAt } from '../../domain/networks/mcp/field-map.ts';
import type { NetworkReader } from '../../domain/networks/network-reader.ts';
import type { NetworkTransaction, SetAside } from '../../domain/networks/network-transaction.ts';
import { readRecords } from '../../domain/networks/read-records.ts';
import { REAL_SURROUNDINGS } from '../http/surroundings.ts';
import { createTurns } from '../http/turns.ts';
import type { ConnectorDeps } from '../networks/connector-deps.ts';
import { readAround } from '../networks/read-around.ts';
import type { McpCredentials } from './mcp-credentials.ts';

/** Ours: a server speaks for a network whose limits it knows, or does not. */
export const MCP_LIMITS: CallLimits = { windows: [{ calls: 30, seconds: 60 }], concurrency: 1 };
const DAY = 86_400;
const WINDOW = 31 * DAY;
const PAGES_MAX = 10_000;

/**
 * Transactions of any network, through a server of the Model Context Protocol that the user names. Only the tool that was
 * named is called, and only when it reads. Records become transactions by the user's map of fields.
 */
export function mcpReader(credentials: McpCredentials, deps: ConnectorDeps = {}): NetworkReader {
  const { network, fields, statuses } = credentials;
  const surroundings = deps.surroundings ?? REAL_SURROUNDINGS;
  const turns = createTurns(`mcp/${network}`, MCP_LIMITS, deps.takeTurn, surroundings);

  async function* pagesOf(
    window: TimeWindow,
    signal: AbortSignal,
  ): AsyncGenerator<{ transactions: NetworkTransaction[]; setAside: SetAside[] }> {
    // Loaded when it is needed: every command would otherwise wait for the protocol's library.
    const { openMcpSession } = await import('./mcp-session.ts');
    const session = await turns.run(() => openMcpSession(credentials, signal), signal);
    try {
      let cursor = '';
      for (let pages = 0; pages < PAGES_MAX; pages += 1) {
        const given = filled(credentials.arguments, window, cursor);
        const answer = await turns.run(() => session.call(given, signal), signal);
        const records = credentials.records === null ? answer : valueAt(answer, credentials.records);
        if (!Array.isArray(records)) {
          const where = credentials.records ?? 'itself';
          throw new Refusal('system_answer_unusable', `The MCP server’s answer holds no list at ${where}.`);
        }
        const now = new Date(surroundings.nowMs());
        const read = readRecords(network, records, (record) => mappedDraft(record, fields), now);
        yield {
          setAside: read.setAside,
          transactions: read.transactions.map((each) => {
            const status = Object.hasOwn(statuses, each.statusRaw) ? statuses[each.statusRaw] : undefined;
            return status ? { ...each, status } : each;
          }),
        };
        const next = credentials.cursor === null ? '' : valueAt(answer, credentials.cursor);
        if (next === undefined || next === null || next === '' || next === cursor) return;
        cursor = String(next);
      }
      throw new Refusal('system_answer_unusable', `The MCP server gives more than ${PAGES_MAX} pages.`);
    } finally {
      await session.close();
    }
  }

  return {
    network,
    async *readTransactions({ from, until }, signal) {
      for (const window of cutWindows({ from, until }, WINDOW)) {
        for await (const page of pagesOf(window, signal)) yield { ...page, completeUntil: null, gaps: [] };
        yield { transactions: [], setAside: [], completeUntil: window.until, gaps: [] };
      }
    },
    readAgain: (refs, signal) =>
      readAround('The MCP server', refs, { marginSeconds: DAY, secondsMax: WINDOW }, (window) =>
        pagesOf(window, signal),
      ),
  };
}

/** The tool's arguments for a window and page; one that is only `{cursor}` is left out on the first page. */
function filled(
  given: Readonly<Record<string, unknown>>,
  { from, until }: TimeWindow,
  cursor: string,
): Record<string, unknown> {
  const words: Readonly<Record<string, string>> = {
    '{from}': from.toISOString(),
    '{until}': until.toISOString(),
    '{fromDay}': from.toISOString().slice(0, 10),
    '{untilDay}': until.toISOString().slice(0, 10),
    '{cursor}': cursor,
  };
  const entries = Object.entries(given).filter(([, value]) => value !== '{cursor}' || cursor !== '');
  return Object.fromEntries(
    entries.map(([name, value]) => [name, typeof value === 'string' ? (words[value] ?? value) : value]),
  );
}
