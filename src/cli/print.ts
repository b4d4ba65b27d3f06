/** The answer of a command goes to stdout; everything else to stderr. bigint becomes decimal text. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, bigintAsText, process.stdout.isTTY ? 2 : 0)}\n`);
}

export function printLine(text = ''): void {
  process.stdout.write(`${text}\n`);
}

/** For a person watching: progress, hints, warnings. Never mixed into an answer. */
export function printNote(text: string): void {
  process.stderr.write(`${text}\n`);
}

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
