/**
 * Select items that add the columns of a sketch table up under the names of the domain's fields.
 *
 * @param fields - camelCase names of counts, and of amounts ending in `Micros`.
 */
export function sumColumns(fields: readonly string[]): string {
  return fields
    .map((field) => {
      // A count may pass 2^31 in a sum, and a number holds whole values up to 2^53; amounts stay whole.
      const type = field.endsWith('Micros') ? 'bigint' : 'float8';
      return `sum(${snakeCase(field)})::${type} as "${field}"`;
    })
    .join(',\n           ');
}

/** A select item that adds arrays of counts up, place by place. */
export function sumArray(field: string, length: number): string {
  const column = snakeCase(field);
  const places = Array.from({ length }, (_, index) => `sum(${column}[${index + 1}])`);
  return `array[${places.join(', ')}]::int[] as "${field}"`;
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
