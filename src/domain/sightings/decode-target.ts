const LAYERS_MAX = 4;
const ADDRESS_CHARACTERS_MAX = 8_000;

/**
 * The address that a parameter of a link holds: encoded once or several times, without its scheme, or with one slash of the
 * scheme lost in a path. `http%253A%252F%252Fshop.example%252Fa` is `http://shop.example/a`.
 *
 * @returns null when it holds none.
 */
export function decodeTarget(value: string): string | null {
  let text = value.trim().slice(0, ADDRESS_CHARACTERS_MAX);
  for (let layer = 0; layer < LAYERS_MAX && /%[0-9a-f]{2}/i.test(text) && !hasAddress(text); layer += 1) {
    const decoded = unescaped(text);
    if (decoded === text) break;
    text = decoded;
  }
  text = text.replace(/^(https?:)\/{1,3}/i, '$1//').replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(text)) {
    if (!/^(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?:[/?#]|$)/i.test(text)) return null;
    text = `https://${text}`;
  }
  return URL.canParse(text) ? new URL(text).href : null;
}

const hasAddress = (text: string): boolean => /^https?:\/{1,2}[^/%]/i.test(text);

function unescaped(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      // Bytes that are no UTF-8 stay as they are.
      return escapes;
    }
  });
}
