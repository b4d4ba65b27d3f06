import { z } from 'zod';

/** What a network's status means to us. `reversed-provisional` may still come back; `unknown` is never pending. */
export const ConversionStatus = z.enum([
  'pending',
  'approved',
  'paid',
  'reversed',
  'reversed-provisional',
  'unknown',
]);
export type ConversionStatus = z.infer<typeof ConversionStatus>;

const OWN = new Map<string, ConversionStatus>(ConversionStatus.options.map((status) => [status, status]));

/** Network → its word in small letters → ours. Built from the networks' documents, not from a live account. */
const OF_NETWORK: Readonly<Record<string, Readonly<Record<string, ConversionStatus>>>> = {
  awin: { pending: 'pending', approved: 'approved', declined: 'reversed', deleted: 'reversed' },
  cj: { new: 'pending', extended: 'pending', locked: 'approved', closed: 'paid' },
  // impact's REVERSED is final only once the action is locked, which the word alone does not say.
  impact: { pending: 'pending', approved: 'approved', reversed: 'reversed-provisional' },
  partnerize: { pending: 'pending', approved: 'approved', rejected: 'reversed', fraudulent: 'reversed' },
  refersion: { pending: 'pending', approved: 'approved', denied: 'reversed', unqualified: 'reversed' },
};

/**
 * Our status for a network's word: our own words first, then the network's.
 *
 * But impact: there `reversed` is the network's own word, and weaker than ours.
 */
export function conversionStatus(network: string, statusRaw: string): ConversionStatus {
  const own = OWN.get(statusRaw);
  if (own !== undefined) return own;
  const word = statusRaw.trim().toLowerCase();
  const map = OF_NETWORK[network.toLowerCase()];
  const mapped = map !== undefined && Object.hasOwn(map, word) ? map[word] : undefined;
  return mapped ?? OWN.get(word) ?? 'unknown';
}
