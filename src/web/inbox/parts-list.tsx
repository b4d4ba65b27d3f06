import type { MailPartItem } from '../../domain/inbox/mail-detail.ts';
import { visibleText } from '../../domain/text/visible-text.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Section } from '../ui/section.tsx';

const NAME_LENGTH_MAX = 100;
const KB = 1_024;

/** What hangs on a mail, listed and never opened. */
export function PartsList({ parts }: { parts: readonly MailPartItem[] }) {
  if (parts.length === 0) return null;
  return (
    <Section title="Attachments, not opened">
      <DataTable
        rows={parts}
        rowKey={(part) => String(part.partNo)}
        columns={[
          {
            heading: 'Name',
            cell: (part) => (
              <span dir="auto">{visibleText(part.fileName || 'without a name', NAME_LENGTH_MAX)}</span>
            ),
          },
          { heading: 'Type', cell: (part) => visibleText(part.contentType, NAME_LENGTH_MAX) },
          {
            heading: 'Size',
            isNumber: true,
            cell: (part) => `${Math.ceil(part.sizeBytes / KB).toLocaleString('en')} kB`,
          },
          {
            heading: 'SHA-256',
            cell: (part) => (
              <span className="font-mono text-xs" title={part.sha256}>
                {part.sha256.slice(0, 12)}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
