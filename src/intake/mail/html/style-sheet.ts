const RULE = /([^{}]{1,500})\{([^{}]*)\}/g;
const SIMPLE = /^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$/i;
const SHEET_LENGTH_MAX = 200_000;

/**
 * What a mail's style sheet says about single classes and ids, as `.class` and `#id` → declarations.
 *
 * Rules under a condition, such as `@media`, are left out: they hold on some screens only.
 */
export function simpleRules(sheet: string): Map<string, string> {
  const rules = new Map<string, string>();
  const plain = withoutConditions(
    sheet.slice(0, SHEET_LENGTH_MAX).replaceAll(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, ''),
  );
  for (const [, selectors = '', declarations = ''] of plain.matchAll(RULE)) {
    for (const selector of selectors.split(',')) {
      const name = SIMPLE.exec(selector.trim())?.[1];
      if (name !== undefined) rules.set(name, `${rules.get(name) ?? ''};${declarations}`);
    }
  }
  return rules;
}

function withoutConditions(sheet: string): string {
  let kept = '';
  let depth = 0;
  let from = 0;
  let isConditional = false;
  for (let at = 0; at < sheet.length; at++) {
    const character = sheet[at];
    if (character === '@' && depth === 0) {
      kept += sheet.slice(from, at);
      isConditional = true;
      from = at;
    } else if (character === ';' && depth === 0 && isConditional) {
      isConditional = false;
      from = at + 1;
    } else if (character === '{') depth++;
    else if (character === '}' && depth > 0 && --depth === 0 && isConditional) {
      isConditional = false;
      from = at + 1;
    }
  }
  return isConditional ? kept : kept + sheet.slice(from);
}
