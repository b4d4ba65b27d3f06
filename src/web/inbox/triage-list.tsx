import type { ShownTriage } from '../../domain/inbox/shown-triage.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { languageName } from '../format/language.ts';
import { words } from '../format/words.ts';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { routeWords } from './mail-words.ts';

const CLAIM_LENGTH_MAX = 200;

/** What was made of a mail: ours, but for the claims, which are the sender's. */
export function TriageList({ triage }: { triage: ShownTriage }) {
  const claims = claimsOf(triage);
  return (
    <Section title="What was made of it">
      <p className="max-w-[75ch]">{triage.summary}</p>
      <p className="mt-1 flex flex-wrap gap-2">
        {triage.mustGoToHuman && <Tag tone="lost">must go to a person</Tag>}
        {triage.brandSensitive && <Tag tone="waiting">touches the brand</Tag>}
        {triage.injectionSuspected && <Tag tone="lost">speaks to the machine</Tag>}
        <Tag tone={triage.urgency === 'critical' || triage.urgency === 'high' ? 'lost' : 'plain'}>
          urgency {triage.urgency}
        </Tag>
      </p>
      <dl className="mt-2 grid max-w-[75ch] grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
        <Row
          name="Wants"
          value={`${triage.intents.map(words).join(', ')} (${Math.round(triage.confidence * 100)} % sure)`}
        />
        <Row name="Language" value={languageName(triage.language)} />
        <Row name="What follows" value={routeWords(triage.route)} />
        {triage.reasons.length > 0 && <Row name="Why" value={triage.reasons.join(' ')} />}
        {claims.map(([name, value]) => (
          <Row key={name} name={name} value={visibleText(value, CLAIM_LENGTH_MAX)} isClaim />
        ))}
        <Row name="Read by" value={`the ${triage.madeBy.engine} engine`} />
      </dl>
    </Section>
  );
}

function Row({ name, value, isClaim = false }: { name: string; value: string; isClaim?: boolean }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd dir="auto" className={isClaim ? 'font-mono text-xs' : undefined}>
        {value}
      </dd>
    </>
  );
}

/** What the mail claims, as written. */
function claimsOf({ slots }: ShownTriage): [string, string][] {
  const claims: [string, string | null][] = [
    ['Names the rate', slots.requestedRate],
    ['Names orders', slots.orderReferences.join(', ')],
    ['Names amounts', slots.amounts.join(', ')],
    ['Names codes', slots.codes.join(', ')],
    ['Names a deadline', slots.deadline],
    ['Links to', slots.links.join(' ')],
  ];
  return claims.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
}
