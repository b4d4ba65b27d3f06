import { foldText } from '../text/fold-text.ts';
import { COUNTRY_OF_NAME } from './market/country-names.ts';

/** A region as an ISO 3166-1 alpha-2 code where it can be told; as written otherwise. */
export function readRegion(region: string | null): string | null {
  if (region === null) return null;
  const code = region
    .trim()
    .toUpperCase()
    .replace(/^[A-Z]{2}[-_](?=[A-Z]{2}$)/u, '');
  if (/^[A-Z]{2}$/u.test(code)) return code === 'UK' ? 'GB' : code;
  return COUNTRY_OF_NAME.get(foldText(region).trim()) ?? region.trim();
}
