/** One JSON document a line, in one write; for answers of many lines. */
export function printJsonLines(values: readonly unknown[]): void {
  if (values.length > 0) process.stdout.write(`${values.map((value) => JSON.stringify(value)).join('\n')}\n`);
}
