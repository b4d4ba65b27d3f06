import type { PageAudit } from '../domain/pages/page-audit.ts';
import { visibleText } from '../domain/text/visible-text.ts';
import type { PageLine } from './page-line.ts';
import { printLine, printNote } from './print.ts';
import { printTable } from './print-table.ts';

/** Pages as a table, then the codes they show; what could not be read is noted. */
export function printPages(lines: readonly PageLine[]): void {
  const audits = lines.filter((line) => 'contentType' in line);
  if (audits.length > 0) {
    printTable(audits, [
      { heading: 'page', cell: ({ source }) => visibleText(source, 40) },
      { heading: 'type', cell: ({ contentType }) => contentType },
      { heading: 'sure', cell: ({ confidence }) => confidence },
      { heading: 'solves', cell: ({ problemSolving }) => problemSolving },
      { heading: 'lang', cell: ({ language }) => language },
      { heading: 'words', cell: ({ text }) => text.split(/\s+/).length },
      { heading: 'paid links', cell: ({ affiliateLinks }) => linksCell(affiliateLinks) },
      { heading: 'codes', cell: ({ codes }) => codes.filter(({ retired }) => !retired).length },
      {
        heading: 'says so',
        cell: ({ disclosure }) => disclosure && `${disclosure.kind}, ${disclosure.where}`,
      },
      ...(audits.some(({ brandAlignment }) => brandAlignment !== null)
        ? [{ heading: 'brand', cell: ({ brandAlignment }: PageAudit) => brandAlignment?.score ?? null }]
        : []),
      { heading: 'title', cell: ({ title }) => title && visibleText(title, 50) },
    ]);
  }
  for (const { source, codes } of audits) {
    for (const { code, merchant, discount, expires, masked, retired } of codes) {
      const facts = [
        merchant,
        discount,
        expires && `until ${expires}`,
        masked && 'masked',
        retired && 'retired',
      ];
      printLine(
        `  ${visibleText(source, 40)}: ${visibleText(code, 40)}${facts
          .filter((fact) => typeof fact === 'string')
          .map((fact) => `, ${visibleText(fact, 60)}`)
          .join('')}`,
      );
    }
  }
  for (const line of lines)
    if ('error' in line) printNote(`${visibleText(line.source, 60)}: ${line.error.message}`);
}

function linksCell(links: PageAudit['affiliateLinks']): number | string {
  const ours = links.filter((link) => link.ours).length;
  return ours === 0 ? links.length : `${links.length}, ${ours} ours`;
}
