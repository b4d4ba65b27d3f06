/** A colour in CIELAB under D65: lightness in [0, 100], green to red, blue to yellow. */
export interface Lab {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

// D65, 2 degree observer.
const WHITE = { x: 0.95047, y: 1, z: 1.08883 };
const EPSILON = 216 / 24_389;
const KAPPA = 24_389 / 27;

/** sRGB bytes to linear light. */
const LINEAR = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

/**
 * sRGB bytes to CIELAB.
 *
 * @see IEC 61966-2-1 for the transfer curve and the matrix, CIE 15:2004 for L*a*b*.
 */
export function labOf(red: number, green: number, blue: number): Lab {
  const r = LINEAR[red] ?? 0;
  const g = LINEAR[green] ?? 0;
  const b = LINEAR[blue] ?? 0;
  const x = curve((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / WHITE.x);
  const y = curve((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / WHITE.y);
  const z = curve((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / WHITE.z);
  return { l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z) };
}

const curve = (t: number): number => (t > EPSILON ? Math.cbrt(t) : (KAPPA * t + 16) / 116);

/** How colourful it is: distance from grey. */
export const chromaOf = ({ a, b }: Lab): number => Math.hypot(a, b);
