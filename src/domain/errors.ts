/**
 * Every way this service can refuse. Add a code here before throwing it anywhere.
 *
 * The code is stable: it stands in problem documents, in the CLI's JSON and in run histories.
 */
export type RefusalCode =
  | 'clock_runs_backwards'
  | 'money_unreadable'
  | 'money_currency_mismatch'
  | 'rate_out_of_range'
  | 'partner_unknown'
  | 'mail_unknown'
  | 'application_unknown'
  | 'thread_unknown'
  | 'sighting_unknown'
  | 'source_unknown'
  | 'reading_under_way'
  | 'proposal_unknown'
  | 'proposal_transition_forbidden'
  | 'proposal_already_decided'
  | 'proposal_changed'
  | 'proposal_stale'
  | 'proposal_expired'
  | 'proposal_limit_reached'
  | 'approver_is_proposer'
  | 'approver_already_approved'
  | 'edit_not_allowed'
  | 'undo_too_late'
  | 'cap_exceeded'
  | 'paused'
  | 'signature_wrong'
  | 'role_missing'
  | 'not_signed_in'
  | 'token_unknown'
  | 'name_taken'
  | 'run_unknown'
  | 'run_already_going'
  | 'workflow_unknown'
  | 'programme_missing'
  | 'tool_failed'
  | 'wording_failed'
  | 'model_timed_out'
  | 'model_rate_limited'
  | 'model_unreachable'
  | 'model_rejects_us'
  | 'model_answer_unusable'
  | 'model_over_budget'
  | 'model_paused'
  | 'model_missing'
  | 'input_invalid'
  | 'not_ready'
  | 'route_unknown'
  | 'method_not_allowed'
  | 'body_too_large'
  | 'body_unreadable'
  | 'media_type_unsupported'
  | 'rate_limited'
  | 'host_not_allowed'
  | 'cross_origin'
  | 'csrf_token_missing'
  | 'token_in_url'
  | 'sign_in_link_spent'
  | 'tls_needed'
  | 'streams_exhausted'
  | 'column_missing'
  | 'file_unreadable'
  | 'format_unknown'
  | 'browser_missing'
  | 'mail_unreadable'
  | 'mail_sign_in_refused'
  | 'mail_server_unreachable'
  | 'mail_folder_missing'
  | 'system_sign_in_refused'
  | 'system_unreachable'
  | 'system_busy'
  | 'system_answer_unusable'
  | 'correction_impossible'
  | 'port_taken'
  | 'database_unreachable'
  | 'database_too_old'
  | 'database_right_missing'
  | 'schema_outdated'
  | 'schema_newer'
  | 'migration_changed';

/**
 * An expected refusal, safe to show to a person and to a model.
 *
 * Programmer mistakes are plain `assert` failures and crash the run; they never become a `Refusal`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
  /** One sentence for a person: what, where, what is right. */
  readonly sentence: string;

  constructor(code: RefusalCode, sentence: string, facts: Record<string, string | number> = {}) {
    super(`${code}: ${sentence}${Object.keys(facts).length > 0 ? ` ${JSON.stringify(facts)}` : ''}`);
    this.code = code;
    this.sentence = sentence;
    this.facts = facts;
  }
}
