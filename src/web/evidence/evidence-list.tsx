import type { Evidence } from '../../domain/proposals/evidence.ts';
import { QuoteBlock } from '../ui/quote-block.tsx';
import { Section } from '../ui/section.tsx';
import { FigureTable } from './figure-table.tsx';
import { LookBoard } from './look-board.tsx';
import { OrdersTable } from './orders-table.tsx';
import { SignalList } from './signal-list.tsx';
import { TimeToConversionPlot } from './time-to-conversion-plot.tsx';
import { WindowsTable } from './windows-table.tsx';

/** Why: their words first where there are any, then figures, shape, what was tested, the orders, and what they can answer. */
export function EvidenceList({
  evidence,
  proposalId,
  hasLines,
}: {
  evidence: readonly Evidence[];
  proposalId: string;
  /** Whether the effect touches conversions one by one. */
  hasLines: boolean;
}) {
  const of = <Type extends Evidence['type']>(type: Type) =>
    evidence.filter((item): item is Extract<Evidence, { type: Type }> => item.type === type);

  return (
    <div className="flex flex-col gap-6">
      {of('quote').length > 0 && <Quotes quotes={of('quote')} />}
      {of('look').map((look) => (
        <LookBoard key={look.applicationId} evidence={look} />
      ))}
      {of('figure').length > 0 && <FigureTable figures={of('figure')} />}
      {of('histogram').map((histogram) => (
        <TimeToConversionPlot key={histogram.stratum} histogram={histogram} />
      ))}
      {of('signal').length > 0 && <SignalList signals={of('signal')} />}
      {of('windows').map((windows) => (
        <WindowsTable key={windows.rows[0]?.from ?? 'windows'} windows={windows} />
      ))}
      {of('orders').map((orders) => (
        <OrdersTable key={orders.money.currency} orders={orders} linesOf={hasLines ? proposalId : null} />
      ))}
      {of('note').map((note) => (
        <Section key={note.title} title={note.title}>
          <p className="max-w-[75ch] whitespace-pre-wrap">{note.text}</p>
        </Section>
      ))}
    </div>
  );
}

function Quotes({ quotes }: { quotes: readonly Extract<Evidence, { type: 'quote' }>[] }) {
  return (
    <Section title="In their words">
      <div className="flex flex-col gap-2">
        {quotes.map((quote) => (
          <QuoteBlock key={`${quote.documentId}:${quote.start}:${quote.end}`} text={quote.text} />
        ))}
      </div>
    </Section>
  );
}
