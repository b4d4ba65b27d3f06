const VALUES_MAX = 200_000;

/**
 * A list of values in which objects name their values by their place in the list, as frameworks send them
 * (`[{"code":1},"SAVE20"]`), written out; null when it is no such list.
 */
export function byReference(root: unknown): unknown {
  if (!Array.isArray(root) || root.length < 3 || root.length > VALUES_MAX) return null;
  const objects = root.filter(isObject);
  const pointing = objects.filter((object) =>
    Object.values(object).every((value) => isPlace(value, root.length)),
  );
  if (objects.length === 0 || pointing.length < objects.length * 0.9) return null;
  return pointing.map((object) => written(object, root, 0));
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
const isPlace = (value: unknown, length: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= -9 && value < length;

/** Objects inside are left to their own place in the list, but for a short way: what a shop is called. */
function written(object: Json, root: readonly unknown[], depth: number): Json {
  const entries = Object.entries(object).map(([key, place]) => {
    const name = /^_\d+$/.test(key) ? String(root[Number(key.slice(1))] ?? key) : key;
    const value = root[Number(place)];
    return [name, isObject(value) && depth === 0 ? written(value, root, 1) : value];
  });
  return Object.fromEntries(entries.filter(([, value]) => !Array.isArray(value)));
}
