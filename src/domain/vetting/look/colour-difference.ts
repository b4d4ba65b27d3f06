import type { Lab } from './lab.ts';

const DEGREE = Math.PI / 180;
const POW_25_7 = 25 ** 7;

/**
 * How different two colours look, CIEDE2000: 1 is just noticeable, above 10 they are different colours.
 *
 * @see Sharma, Wu, Dalal 2005, "The CIEDE2000 color-difference formula"; the test has its published pairs.
 */
export function colourDifference(one: Lab, other: Lab): number {
  const meanChroma = (Math.hypot(one.a, one.b) + Math.hypot(other.a, other.b)) / 2;
  const g = 0.5 * (1 - Math.sqrt(meanChroma ** 7 / (meanChroma ** 7 + POW_25_7)));
  const first = polar(one, g);
  const second = polar(other, g);

  const deltaL = other.l - one.l;
  const deltaC = second.chroma - first.chroma;
  const deltaH =
    2 * Math.sqrt(first.chroma * second.chroma) * Math.sin((hueDifference(first, second) * DEGREE) / 2);

  const l = (one.l + other.l) / 2;
  const chroma = (first.chroma + second.chroma) / 2;
  const hue = meanHue(first, second);
  const t =
    1 -
    0.17 * Math.cos((hue - 30) * DEGREE) +
    0.24 * Math.cos(2 * hue * DEGREE) +
    0.32 * Math.cos((3 * hue + 6) * DEGREE) -
    0.2 * Math.cos((4 * hue - 63) * DEGREE);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const sc = 1 + 0.045 * chroma;
  const sh = 1 + 0.015 * chroma * t;
  const turn = 60 * Math.exp(-(((hue - 275) / 25) ** 2));
  const rt = -Math.sin(turn * DEGREE) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + POW_25_7));
  return Math.sqrt(
    (deltaL / sl) ** 2 + (deltaC / sc) ** 2 + (deltaH / sh) ** 2 + rt * (deltaC / sc) * (deltaH / sh),
  );
}

interface Polar {
  readonly chroma: number;
  /** Degrees in [0, 360). */
  readonly hue: number;
}

function polar({ a, b }: Lab, g: number): Polar {
  const stretched = a * (1 + g);
  const hue = stretched === 0 && b === 0 ? 0 : Math.atan2(b, stretched) / DEGREE;
  return { chroma: Math.hypot(stretched, b), hue: hue < 0 ? hue + 360 : hue };
}

/** Degrees in [-180, 180]; 0 when one of them is grey. */
function hueDifference(first: Polar, second: Polar): number {
  if (first.chroma * second.chroma === 0) return 0;
  const difference = second.hue - first.hue;
  if (difference > 180) return difference - 360;
  return difference < -180 ? difference + 360 : difference;
}

function meanHue(first: Polar, second: Polar): number {
  const sum = first.hue + second.hue;
  if (first.chroma * second.chroma === 0) return sum;
  if (Math.abs(first.hue - second.hue) <= 180) return sum / 2;
  return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
}
