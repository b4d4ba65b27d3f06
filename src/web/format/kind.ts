/** What a group of cards is called, and the verb its buttons begin with. */
const KINDS: Readonly<Record<string, { group: string; verb: string }>> = {
  'commission.hold': { group: 'Hold commission', verb: 'hold' },
  'commission.clawback': { group: 'Claw back commission', verb: 'claw back' },
  'partner.block': { group: 'Block partners', verb: 'block' },
  'partner.warn': { group: 'Warn partners', verb: 'send letter to' },
};

export function groupName(kind: string): string {
  return KINDS[kind]?.group ?? kind;
}

export function kindVerb(kind: string): string {
  return KINDS[kind]?.verb ?? kind;
}
