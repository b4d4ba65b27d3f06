import { Refusal } from '../errors.ts';

/** Names a partner's account on one network as a work item: `awin/P17`. */
export const caseKey = ({ network, partnerId }: { network: string; partnerId: string }): string =>
  `${encodeURIComponent(network)}/${partnerId}`;

/** @throws {Refusal} `input_invalid` for a text that is no key. */
export function readCaseKey(key: string): { network: string; partnerId: string } {
  const slash = key.indexOf('/');
  if (slash < 1)
    throw new Refusal('input_invalid', 'A case is named by its network and its partner.', { key });
  return { network: decodeURIComponent(key.slice(0, slash)), partnerId: key.slice(slash + 1) };
}
