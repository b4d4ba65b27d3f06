import type { BrandProfile } from '../pages/brand-profile.ts';
import type { VettingPolicy } from './vetting-policy.ts';

/** The brand that sites are compared with, by its first name; its other names count as naming it. Null without `brandText`. */
export function brandOfPolicy({
  brandText,
  brandNames,
}: Pick<VettingPolicy, 'brandText' | 'brandNames'>): BrandProfile | null {
  const text = brandText.trim();
  const [name = '', ...products] = brandNames;
  return text === '' ? null : { name, text, products };
}
