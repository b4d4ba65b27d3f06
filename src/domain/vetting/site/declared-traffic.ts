import { readCount } from '../read-count.ts';
import { isRecord } from '../record-reader.ts';

/** A figure of its traffic that an applicant gives, by the name of its field. Nobody checked it. */
export interface DeclaredFigure {
  readonly name: string;
  readonly value: number;
}

const FIELDS: readonly (readonly [name: string, fields: readonly string[]])[] = [
  ['visits a month', ['monthly_visits', 'visits_per_month', 'visits', 'sessions', 'monthly_sessions']],
  [
    'visitors a month',
    [
      'monthly_visitors',
      'unique_visitors',
      'monthly_unique_visitors',
      'visitors',
      'monthly_readers',
      'readers',
    ],
  ],
  ['page views a month', ['monthly_pageviews', 'monthly_page_views', 'pageviews', 'page_views']],
  ['newsletter readers', ['newsletter_subscribers', 'email_subscribers', 'mailing_list']],
  ['traffic', ['traffic', 'monthly_traffic']],
];
const FIGURE_MAX = 100_000_000_000;

/** What an application declares of its site's traffic in fields of its own, its figures or its claims. Words are not searched. */
export function declaredTraffic(applicant: unknown): DeclaredFigure[] {
  if (!isRecord(applicant)) return [];
  const records = [applicant, applicant.stats, applicant.claimed].filter(isRecord);
  return FIELDS.flatMap(([name, fields]) => {
    const value = records.flatMap((record) => fields.map((field) => countOf(record[field]))).find(isCount);
    return value === undefined ? [] : [{ name, value }];
  });
}

const countOf = (value: unknown): number | null =>
  typeof value === 'number' ? value : typeof value === 'string' ? readCount(value) : null;

const isCount = (value: number | null): value is number =>
  value !== null && Number.isFinite(value) && value >= 1 && value <= FIGURE_MAX;
