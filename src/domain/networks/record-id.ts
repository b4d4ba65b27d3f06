/** Where networks write the id of a transaction. CJ corrects by further records: its id is that of the action. */
const FIELDS: Readonly<Record<string, string>> = {
  awin: 'id',
  cj: 'originalActionId',
  impact: 'Id',
  partnerize: 'conversion_id',
  rakuten: 'etransaction_id',
  refersion: 'id',
};
const LENGTH_MAX = 200;

/** The id of a record that is no transaction, so that it is known again once it is; null where it has none. */
export function recordId(network: string, raw: Readonly<Record<string, unknown>>): string | null {
  const field = FIELDS[network];
  if (field === undefined) return null;
  // CJ's records of one action, Partnerize's conversion in its frame.
  const inner = Array.isArray(raw.records) ? raw.records[0] : raw.conversion_data;
  const id = raw[field] ?? (isRecord(inner) ? inner[field] : undefined);
  return (typeof id === 'string' || typeof id === 'number') && id !== '' && String(id).length <= LENGTH_MAX
    ? String(id)
    : null;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
