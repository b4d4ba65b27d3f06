const SCRIPT_CHARACTERS_MAX = 8_000_000;
const OBJECTS_PER_SCRIPT_MAX = 200;
/** Values that do not end are looked at again from inside: this many characters in all. */
const SCANNED_CHARACTERS_MAX = 40_000_000;

/** JSON values that a page holds for scripts: whole scripts, assignments, arguments, strings of JSON inside. */
export function jsonInScript(text: string): unknown[] {
  if (text.length > SCRIPT_CHARACTERS_MAX) return [];
  const whole = parsed(text.trim());
  if (whole !== undefined) return [whole];
  const found: unknown[] = [];
  let at = 0;
  let scanned = 0;
  while (found.length < OBJECTS_PER_SCRIPT_MAX && scanned < SCANNED_CHARACTERS_MAX) {
    const start = nextStart(text, at);
    if (start === -1) break;
    const end = endOf(text, start);
    scanned += (end === -1 ? text.length : end) - start;
    const value = end === -1 ? undefined : parsed(text.slice(start, end));
    if (value === undefined) at = start + 1;
    else {
      at = end;
      const inner = typeof value === 'string' ? jsonInText(value) : value;
      if (inner !== undefined) found.push(inner);
    }
  }
  return found;
}

const STARTS = /[=(,:]\s{0,3}(?=[{["])/g;

/** Where a value may begin: after an assignment, a bracket, a comma. */
function nextStart(text: string, from: number): number {
  STARTS.lastIndex = from;
  const found = STARTS.exec(text);
  return found ? found.index + found[0].length : -1;
}

/** The end of the value that begins at `start`, strings passed over; -1 when it does not end or is no JSON. */
function endOf(text: string, start: number): number {
  if (text[start] === '"') return endOfString(text, start);
  // A JSON object begins with a name in quotes or ends at once; code does not.
  if (!/^(?:\{\s{0,9}["}]|\[\s{0,9}[\]{["\dtfn-])/.test(text.slice(start, start + 12))) return -1;
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      at = endOfString(text, at) - 1;
      if (at < 0) return -1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (character === ';' || character === "'") return -1;
  }
  return -1;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

/** Text that is JSON, after a number and a colon as in React's streams. */
function jsonInText(text: string): unknown {
  const start = text.search(/[{[]/);
  return start === -1 || start > 12 || text.length < 20 ? undefined : parsed(text.slice(start).trim());
}

function parsed(text: string): unknown {
  if (!/^[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: a script, or the start of one.
    return undefined;
  }
}
