import { partnerName } from '../format/partner-name.ts';

/** A partner's name, kept from turning the text round it: a stranger chose it. */
export function PartnerLabel({ name, className = '' }: { name: string; className?: string }) {
  const shown = partnerName(name);
  return (
    <bdi title={shown} className={className}>
      {shown}
    </bdi>
  );
}
