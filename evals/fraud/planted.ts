/** What a simulated partner really is. `odd_honest` looks strange for a good reason. */
export type Planted =
  | 'honest'
  | 'odd_honest'
  | 'strong_hijacker'
  | 'weak_hijacker'
  | 'poacher'
  | 'stuffer'
  | 'click_fraudster'
  | 'code_abuser'
  | 'self_referrer';

/** Planted frauds, all but the honest two. */
export const FRAUDS: readonly Planted[] = [
  'strong_hijacker',
  'weak_hijacker',
  'poacher',
  'stuffer',
  'click_fraudster',
  'code_abuser',
  'self_referrer',
];

export function isHonest(planted: Planted): boolean {
  return planted === 'honest' || planted === 'odd_honest';
}
