/**
 * Hashes and ids of stored pages that something shows or rests on, as one text column `ref`: coupon sources and their
 * sightings, leak cases, the evidence, ground and source of every proposal, what the audit log says of them, and the sites
 * of applicants as they were seen.
 */
export const KEPT_CAPTURES = `
    select capture_sha256 as ref from coupon_source where capture_sha256 is not null
    union
    select unnest(array[capture_sha256, first_capture_sha256, gone_capture_sha256]) from sighting
    union
    select unnest(array[before_capture_sha256, after_capture_sha256]) from leak_case
    union
    select unnest(array[source ->> 'documentId', effect ->> 'captureSha256']) from proposal
    union
    select jsonb_path_query(evidence, '$[*].sha256') #>> '{}' from proposal
    union
    select regexp_replace(jsonb_path_query(evidence, '$[*].documentId') #>> '{}', '^[a-z]+:', '') from proposal
    union
    select unnest(array[facts #>> '{source,documentId}', facts #>> '{effect,captureSha256}']) from audit
    union
    select jsonb_path_query(vetting, '$.**.captureId') #>> '{}' from application where vetting is not null`;
