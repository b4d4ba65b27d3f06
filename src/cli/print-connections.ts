import type { Connection } from '../domain/connections/connection.ts';
import type { OperationCheck } from '../domain/networks/system-definition.ts';
import { printLine } from './print.ts';
import { printTable } from './print-table.ts';

/** How each operation fared, then what the system's documents leave open. */
export function printChecks(
  title: string,
  operations: readonly OperationCheck[],
  limitations: readonly string[],
): void {
  printLine(`${title}:`);
  for (const { name, ok, claim, message } of operations) {
    printLine(`  ${ok ? 'works' : 'fails'}  ${name} (${claim}): ${message}`);
  }
  printLine('Built from the vendor’s documents, not run against a live account. Limitations:');
  for (const sentence of limitations) printLine(`  ${sentence}`);
}

/** What can be connected, whether it is set up, and by which variables. */
export function printConnections(
  connections: readonly Connection[],
  titles: ReadonlyMap<string, string>,
): void {
  printTable(connections, [
    { heading: 'system', cell: ({ system }) => system },
    { heading: 'title', cell: ({ system }) => titles.get(system) ?? system },
    { heading: 'set up', cell: saysOf },
  ]);
  for (const { system, variables } of connections) {
    printLine();
    printLine(`${system}:`);
    for (const { name, isRequired, isSecret } of variables) {
      printLine(`  ${name}${isRequired ? '' : ' (may be left out)'}${isSecret ? ' (secret)' : ''}`);
    }
  }
}

function saysOf(connection: Connection): string {
  switch (connection.state) {
    case 'ready':
      return 'yes';
    case 'absent':
      return 'no';
    case 'incomplete':
      return `missing ${connection.missing.join(', ')}`;
    case 'wrong':
      return connection.problem;
    default:
      return connection satisfies never;
  }
}
