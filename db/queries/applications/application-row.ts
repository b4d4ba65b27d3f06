import { z } from 'zod';
import {
  ApplicationStatus,
  Fingerprint,
  type StoredApplication,
  StoredVetting,
} from '../../../src/domain/applications/stored-application.ts';

const Row = z.object({
  application_id: z.uuid(),
  source: z.string(),
  external_id: z.string(),
  received_at: z.date(),
  applicant: z.unknown(),
  sha256: z.string(),
  email: z.string().nullable(),
  fingerprint: Fingerprint,
  status: ApplicationStatus,
  vetting: StoredVetting.nullable(),
  partner_id: z.string().nullable(),
  is_simulated: z.boolean(),
});

export const APPLICATION_COLUMNS =
  'a.application_id, a.source, a.external_id, a.received_at, a.applicant, a.sha256, a.email, a.fingerprint, a.status, a.vetting, a.partner_id, a.is_simulated';

export function toApplication(row: unknown): StoredApplication {
  const parsed = Row.parse(row);
  return {
    applicationId: parsed.application_id,
    source: parsed.source,
    externalId: parsed.external_id,
    receivedAt: parsed.received_at,
    applicant: parsed.applicant,
    sha256: parsed.sha256,
    email: parsed.email,
    fingerprint: parsed.fingerprint,
    status: parsed.status,
    vetting: parsed.vetting,
    partnerId: parsed.partner_id,
    isSimulated: parsed.is_simulated,
  };
}
