-- What the migrations make, written by db/schema-dump.ts for reading and for comparing; nothing executes it.
-- Not in here: monthly partitions, which are made as rows need them, and the schemas langgraph and pgboss.

create table api_token (
  name text not null,
  role text not null,
  token_hash text not null,
  created_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone,
  constraint api_token_pkey PRIMARY KEY (name),
  constraint api_token_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'approver'::text, 'admin'::text]))),
  constraint api_token_token_hash_key UNIQUE (token_hash)
);

create table application (
  application_id uuid not null default gen_random_uuid(),
  source text not null,
  external_id text not null,
  received_at timestamp with time zone not null,
  applicant jsonb not null,
  sha256 text not null,
  email text,
  fingerprint jsonb not null,
  fingerprint_keys text[] not null default '{}'::text[],
  status text not null default 'new'::text,
  vetting jsonb,
  partner_id text,
  mail_id uuid,
  is_simulated boolean not null default false,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint application_email_check CHECK ((email = lower(email))),
  constraint application_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(mail_id),
  constraint application_pkey PRIMARY KEY (application_id),
  constraint application_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint application_source_external_id_key UNIQUE (source, external_id),
  constraint application_status_check CHECK ((status = ANY (ARRAY['new'::text, 'working'::text, 'vetted'::text, 'needs_review'::text, 'accepted'::text, 'declined'::text, 'asked'::text])))
);

create table application_consent (
  application_id uuid not null,
  version text not null,
  language text not null,
  text_sha256 text not null,
  given_at timestamp with time zone not null,
  sender_hash text not null,
  constraint application_consent_pkey PRIMARY KEY (application_id),
  constraint application_consent_sender_hash_check CHECK ((sender_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint application_consent_text_sha256_check CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
);

create table application_form (
  application_form_id bigint not null generated always as identity,
  sender_hash text not null,
  sent_at timestamp with time zone not null,
  constraint application_form_pkey PRIMARY KEY (application_form_id)
);

create table application_picture (
  application_id uuid not null,
  place integer not null,
  sha256 text not null,
  state text not null,
  reason text,
  hash text,
  look jsonb,
  shown bytea,
  constraint application_picture_check CHECK (((state = 'seen'::text) = ((hash IS NOT NULL) AND (look IS NOT NULL) AND (shown IS NOT NULL)))),
  constraint application_picture_hash_check CHECK ((hash ~ '^[0-9a-f]{16}$'::text)),
  constraint application_picture_pkey PRIMARY KEY (application_id, place),
  constraint application_picture_place_check CHECK (((place >= 1) AND (place <= 100))),
  constraint application_picture_shown_check CHECK ((octet_length(shown) <= 200000)),
  constraint application_picture_state_check CHECK ((state = ANY (ARRAY['seen'::text, 'broken'::text, 'absent'::text])))
);

create table application_profile (
  application_id uuid not null,
  sha256 text not null,
  observed jsonb,
  reason text,
  looked_at timestamp with time zone not null,
  constraint application_profile_check CHECK (((observed IS NULL) = (reason IS NOT NULL))),
  constraint application_profile_pkey PRIMARY KEY (application_id)
);

create table application_site (
  application_id uuid not null,
  sha256 text not null,
  is_applicant boolean not null,
  observed jsonb,
  reason text,
  looked_at timestamp with time zone not null,
  constraint application_site_check CHECK (((observed IS NULL) = (reason IS NOT NULL))),
  constraint application_site_pkey PRIMARY KEY (application_id)
);

create table apply_key (
  apply_key_id smallint not null default 1,
  key_text text not null,
  constraint apply_key_apply_key_id_check CHECK ((apply_key_id = 1)),
  constraint apply_key_pkey PRIMARY KEY (apply_key_id)
);

create table audit (
  seq bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  subject text not null,
  facts jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint audit_pkey PRIMARY KEY (seq)
);

create table brand_picture (
  place integer not null,
  name text not null,
  look jsonb not null,
  shown bytea not null,
  is_simulated boolean not null default false,
  constraint brand_picture_pkey PRIMARY KEY (place),
  constraint brand_picture_place_check CHECK (((place >= 1) AND (place <= 100))),
  constraint brand_picture_shown_check CHECK ((octet_length(shown) <= 200000))
);

create table chat_message (
  thread_id uuid not null,
  seq integer not null,
  role text not null,
  text text not null,
  plan jsonb not null default '[]'::jsonb,
  tools jsonb not null default '[]'::jsonb,
  citations jsonb not null default '[]'::jsonb,
  choices jsonb not null default '[]'::jsonb,
  made_by jsonb,
  created_at timestamp with time zone not null,
  constraint chat_message_pkey PRIMARY KEY (thread_id, seq),
  constraint chat_message_role_check CHECK ((role = ANY (ARRAY['person'::text, 'agent'::text]))),
  constraint chat_message_seq_check CHECK ((seq > 0)),
  constraint chat_message_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES chat_thread(thread_id) ON DELETE CASCADE
);

create table chat_thread (
  thread_id uuid not null default gen_random_uuid(),
  owner text not null,
  title text not null,
  memory jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint chat_thread_pkey PRIMARY KEY (thread_id)
);

create table click (
  partner_id text not null,
  click_id text not null,
  sub_id text,
  visitor_id text,
  clicked_at timestamp with time zone not null,
  landing_url text,
  referrer text,
  user_agent text,
  ip_hash text,
  device text,
  extra jsonb,
  constraint click_pkey PRIMARY KEY (partner_id, click_id, clicked_at)
) partition by range (clicked_at);

create table code (
  code text not null,
  kind text,
  owner_partner_id text,
  percent_off numeric,
  amount_off_micros bigint,
  currency text,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  extra jsonb,
  constraint code_pkey PRIMARY KEY (code)
);

create table code_rule (
  code text not null,
  kind text not null,
  since timestamp with time zone not null,
  proposal_id uuid not null,
  successor text,
  previous_ends_at timestamp with time zone,
  lifted_at timestamp with time zone,
  constraint code_rule_kind_check CHECK ((kind = ANY (ARRAY['retired'::text, 'zero_non_owner'::text]))),
  constraint code_rule_pkey PRIMARY KEY (code, kind, since),
  constraint code_rule_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table commission_hold (
  network text not null,
  conversion_id text not null,
  kind text not null,
  partner_id text not null,
  proposal_id uuid not null,
  amount_micros bigint not null,
  currency text not null,
  held_at timestamp with time zone not null default now(),
  is_part boolean not null default false,
  constraint commission_hold_kind_check CHECK ((kind = ANY (ARRAY['hold'::text, 'clawback'::text, 'correct'::text]))),
  constraint commission_hold_pkey PRIMARY KEY (network, conversion_id, kind, proposal_id),
  constraint commission_hold_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table connection_account (
  account text not null,
  calls double precision[] not null default '{}'::double precision[],
  constraint connection_account_pkey PRIMARY KEY (account)
);

create table connection_set_aside (
  system text not null,
  stream text not null,
  record_key text not null,
  problem text not null,
  raw text not null,
  seen_at timestamp with time zone not null,
  constraint connection_set_aside_pkey PRIMARY KEY (system, stream, record_key)
);

create table connection_stream (
  system text not null,
  stream text not null,
  account text not null,
  complete_until timestamp with time zone,
  reads_until timestamp with time zone,
  next_at timestamp with time zone not null,
  claimed_by text,
  claimed_until timestamp with time zone,
  tried_at timestamp with time zone,
  succeeded_at timestamp with time zone,
  failures integer not null default 0,
  problem text,
  gaps jsonb not null default '[]'::jsonb,
  rows_read bigint not null default 0,
  rows_changed bigint not null default 0,
  constraint connection_stream_check CHECK (((claimed_by IS NULL) = (claimed_until IS NULL))),
  constraint connection_stream_failures_check CHECK ((failures >= 0)),
  constraint connection_stream_gaps_check CHECK ((jsonb_typeof(gaps) = 'array'::text)),
  constraint connection_stream_pkey PRIMARY KEY (system, stream)
);

create table control (
  control_id smallint not null default 1,
  paused boolean not null default false,
  changed_by text not null default 'start'::text,
  changed_at timestamp with time zone not null default now(),
  constraint control_control_id_check CHECK ((control_id = 1)),
  constraint control_pkey PRIMARY KEY (control_id)
);

create table conversion (
  partner_id text not null,
  network text not null default 'direct'::text,
  conversion_id text not null,
  sub_id text,
  order_id text,
  click_id text,
  clicked_at timestamp with time zone,
  converted_at timestamp with time zone not null,
  lapse_seconds bigint,
  amount_micros bigint not null,
  commission_micros bigint not null,
  currency text not null,
  status text not null,
  status_raw text not null,
  code text,
  customer_type text,
  device text,
  extra jsonb,
  constraint conversion_customer_type_check CHECK ((customer_type = ANY (ARRAY['new'::text, 'returning'::text]))),
  constraint conversion_pkey PRIMARY KEY (partner_id, network, conversion_id, converted_at),
  constraint conversion_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'approved'::text, 'paid'::text, 'reversed'::text, 'reversed-provisional'::text, 'unknown'::text])))
) partition by range (converted_at);

create table conversion_key (
  network text not null,
  conversion_id text not null,
  partner_id text not null,
  converted_at timestamp with time zone not null,
  constraint conversion_key_pkey PRIMARY KEY (network, conversion_id)
);

create table correction_check (
  action_id uuid not null,
  correction_key text not null,
  state text not null,
  sentence text not null,
  looks integer not null default 1,
  checked_at timestamp with time zone not null,
  constraint correction_check_pkey PRIMARY KEY (action_id, correction_key),
  constraint correction_check_state_check CHECK ((state = ANY (ARRAY['done'::text, 'not_yet'::text, 'differs'::text, 'missing'::text, 'unseen'::text, 'refused'::text])))
);

create table correction_job (
  action_id uuid not null,
  job text not null,
  state text not null default 'running'::text,
  errors integer,
  refused jsonb not null default '{}'::jsonb,
  problem text,
  polls integer not null default 0,
  next_at timestamp with time zone not null default now(),
  given_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  constraint correction_job_check CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint correction_job_errors_check CHECK ((errors >= 0)),
  constraint correction_job_pkey PRIMARY KEY (action_id, job),
  constraint correction_job_polls_check CHECK ((polls >= 0)),
  constraint correction_job_refused_check CHECK ((jsonb_typeof(refused) = 'object'::text)),
  constraint correction_job_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text, 'unknown'::text, 'overdue'::text])))
);

create table correction_journal (
  action_id uuid not null,
  correction_key text not null,
  entry jsonb not null,
  written_at timestamp with time zone not null default now(),
  constraint correction_journal_pkey PRIMARY KEY (action_id, correction_key)
);

create table correction_line (
  proposal_id uuid not null,
  correction_key text not null,
  network text not null,
  transaction_id text not null,
  correction jsonb not null,
  constraint correction_line_correction_key_check CHECK ((correction_key ~ '^[0-9a-f]{64}$'::text)),
  constraint correction_line_pkey PRIMARY KEY (proposal_id, correction_key)
);

create table coupon_source (
  source_id uuid not null default gen_random_uuid(),
  url text not null,
  kind text not null,
  publisher text not null,
  partner_id text,
  every_minutes integer not null,
  next_check_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  checks integer not null default 0,
  capture_sha256 text,
  last_error jsonb,
  failures integer not null default 0,
  added_by text not null,
  is_simulated boolean not null default false,
  created_at timestamp with time zone not null default clock_timestamp(),
  removed_at timestamp with time zone,
  constraint coupon_source_every_minutes_check CHECK (((every_minutes >= 5) AND (every_minutes <= 43200))),
  constraint coupon_source_kind_check CHECK ((kind = ANY (ARRAY['page'::text, 'search'::text, 'feed'::text]))),
  constraint coupon_source_pkey PRIMARY KEY (source_id),
  constraint coupon_source_url_check CHECK ((length(url) <= 2000)),
  constraint coupon_source_url_key UNIQUE (url)
);

create table customer_first_order (
  customer_id text not null,
  first_ordered_at timestamp with time zone not null,
  constraint customer_first_order_pkey PRIMARY KEY (customer_id)
);

create table decision (
  decision_id bigint not null generated always as identity,
  proposal_id uuid not null,
  decided_by text not null,
  by_kind text not null,
  decision text not null,
  shown_hash text not null,
  edits jsonb,
  comment text,
  decided_at timestamp with time zone not null default now(),
  constraint decision_by_kind_check CHECK ((by_kind = ANY (ARRAY['token'::text, 'session'::text, 'policy'::text, 'system'::text]))),
  constraint decision_comment_check CHECK ((length(comment) <= 4000)),
  constraint decision_decision_check CHECK ((decision = ANY (ARRAY['approve'::text, 'edit'::text, 'reject'::text, 'respond'::text, 'snooze'::text, 'undo'::text, 'expire'::text, 'supersede'::text, 'retry'::text, 'confirm'::text]))),
  constraint decision_pkey PRIMARY KEY (decision_id),
  constraint decision_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table embedding (
  kind text not null,
  ref_id text not null,
  content_hash text,
  vector bytea storage external,
  change_no bigint not null,
  created_at timestamp with time zone not null default now(),
  constraint embedding_check CHECK (((vector IS NULL) = (content_hash IS NULL))),
  constraint embedding_pkey PRIMARY KEY (kind, ref_id),
  constraint embedding_vector_check CHECK ((octet_length(vector) = 2048))
);

create table embedding_change (
  kind text not null,
  change_no bigint not null,
  constraint embedding_change_pkey PRIMARY KEY (kind)
);

create table event (
  event_id uuid not null default gen_random_uuid(),
  kind text not null,
  source text not null,
  external_id text not null,
  received_at timestamp with time zone not null default now(),
  payload jsonb not null,
  constraint event_pkey PRIMARY KEY (event_id),
  constraint event_source_external_id_key UNIQUE (source, external_id)
);

create table foreign_schema (
  name text not null,
  release text not null,
  constraint foreign_schema_pkey PRIMARY KEY (name)
);

create table fraud_click_sketch (
  partner_id text not null,
  day date not null,
  clicks integer not null,
  visitor_known integer not null,
  visitor_repeats integer not null,
  engagement_known integer not null,
  engaged integer not null,
  referrer_given integer not null,
  referrer_compared integer not null,
  referrer_foreign integer not null,
  address_known integer not null,
  burst_clicks integer not null,
  minute_burst_clicks integer not null,
  agent_known integer not null,
  bot_agents integer not null,
  hours integer[] not null,
  constraint fraud_click_sketch_pkey PRIMARY KEY (partner_id, day)
);

create table fraud_conversion_sketch (
  partner_id text not null,
  day date not null,
  network text not null,
  device text not null,
  customer_type text not null,
  currency text not null,
  conversions integer not null,
  timed integer not null,
  not_after_click integer not null,
  under_one_second integer not null,
  under_ten_seconds integer not null,
  fast integer not null,
  clicks_on_tens integer not null,
  clicks_on_fifteens integer not null,
  orders_on_tens integer not null,
  orders_on_fifteens integer not null,
  ttc_histogram integer[] not null,
  ttc_pairs bigint not null,
  ttc_equal_pairs bigint not null,
  cart_known integer not null,
  in_cart integer not null,
  cart_timed integer not null,
  in_cart_timed integer not null,
  fast_cart_known integer not null,
  fast_in_cart integer not null,
  coded integer not null,
  own_code integer not null,
  others_code integer not null,
  buyer_known integer not null,
  buyer_repeats integer not null,
  address_known integer not null,
  address_repeats integer not null,
  commission_micros bigint not null,
  fast_commission_micros bigint not null,
  in_cart_commission_micros bigint not null,
  fast_or_in_cart_commission_micros bigint not null,
  others_code_commission_micros bigint not null,
  buyers bigint[] not null,
  first_clicked_at timestamp with time zone,
  last_clicked_at timestamp with time zone,
  constraint fraud_conversion_sketch_customer_type_check CHECK ((customer_type = ANY (ARRAY['new'::text, 'returning'::text, ''::text]))),
  constraint fraud_conversion_sketch_pkey PRIMARY KEY (partner_id, day, network, device, customer_type, currency)
);

create table fraud_coverage (
  coverage_id smallint not null default 1,
  since timestamp with time zone,
  until timestamp with time zone,
  constraint fraud_coverage_check CHECK (((since IS NULL) = (until IS NULL))),
  constraint fraud_coverage_coverage_id_check CHECK ((coverage_id = 1)),
  constraint fraud_coverage_pkey PRIMARY KEY (coverage_id)
);

create table fraud_dirty (
  partner_id text not null,
  day date not null,
  clicks boolean not null default true,
  conversions boolean not null default true,
  named_by boolean not null default true
);

create table fraud_score (
  partner_id text not null,
  place integer not null,
  verdict text not null,
  score jsonb not null,
  constraint fraud_score_pkey PRIMARY KEY (partner_id),
  constraint fraud_score_place_key UNIQUE (place)
);

create table fraud_scoring (
  fraud_scoring_id smallint not null default 1,
  run_id uuid,
  as_of timestamp with time zone not null,
  scored_at timestamp with time zone not null,
  baseline jsonb not null,
  constraint fraud_scoring_fraud_scoring_id_check CHECK ((fraud_scoring_id = 1)),
  constraint fraud_scoring_pkey PRIMARY KEY (fraud_scoring_id),
  constraint fraud_scoring_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(run_id)
);

create table fraud_touched (
  kind text not null,
  key text not null default ''::text,
  since timestamp with time zone,
  until timestamp with time zone,
  constraint fraud_touched_kind_check CHECK ((kind = ANY (ARRAY['visitor'::text, 'order'::text, 'click'::text, 'code'::text, 'partner'::text, 'everything'::text])))
);

create table fx_rate (
  from_currency text not null,
  to_currency text not null,
  day date not null,
  rate numeric not null,
  source text not null default ''::text,
  extra jsonb,
  constraint fx_rate_from_currency_check CHECK ((from_currency ~ '^[A-Z]{3}$'::text)),
  constraint fx_rate_pkey PRIMARY KEY (from_currency, to_currency, day),
  constraint fx_rate_rate_check CHECK ((rate > (0)::numeric)),
  constraint fx_rate_to_currency_check CHECK ((to_currency ~ '^[A-Z]{3}$'::text))
);

create table inventory (
  sku text not null,
  location text not null default ''::text,
  on_hand integer not null,
  inbound integer not null default 0,
  as_of timestamp with time zone not null,
  season_end date,
  extra jsonb,
  constraint inventory_pkey PRIMARY KEY (sku, location, as_of)
);

create table leak_case (
  case_id uuid not null default gen_random_uuid(),
  sighting_id uuid not null,
  code text not null,
  owner_partner_id text,
  publisher text not null,
  verdict text not null,
  reasons text[] not null,
  facts jsonb not null,
  state text not null,
  before_capture_sha256 text not null,
  after_capture_sha256 text,
  opened_at timestamp with time zone not null,
  judged_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint leak_case_pkey PRIMARY KEY (case_id),
  constraint leak_case_sighting_id_fkey FOREIGN KEY (sighting_id) REFERENCES sighting(sighting_id),
  constraint leak_case_sighting_id_key UNIQUE (sighting_id),
  constraint leak_case_state_check CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint leak_case_verdict_check CHECK ((verdict = ANY (ARRAY['leak_by_owner'::text, 'leak_by_customer'::text, 'public'::text, 'allowed'::text, 'retired_still_shown'::text, 'unclear'::text])))
);

create table ledger_entry (
  transaction_id bigint not null,
  entry_no integer not null,
  partner_id text not null,
  account text not null,
  amount_micros bigint not null,
  currency text not null,
  network text,
  conversion_id text,
  order_id text,
  line_id text,
  constraint ledger_entry_pkey PRIMARY KEY (transaction_id, entry_no)
);

create table ledger_transaction (
  transaction_id bigint not null generated always as identity,
  kind text not null,
  source_key text not null,
  occurred_at timestamp with time zone not null,
  memo jsonb not null default '{}'::jsonb,
  constraint ledger_transaction_pkey PRIMARY KEY (transaction_id),
  constraint ledger_transaction_source_key_key UNIQUE (source_key)
);

create table mail (
  mail_id uuid not null default gen_random_uuid(),
  dedupe_key text not null,
  message_id text,
  is_message_id_repeated boolean not null default false,
  thread_id uuid not null,
  direction text not null,
  source text not null,
  received_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  from_address text not null default ''::text,
  from_name text not null default ''::text,
  to_addresses text[] not null default '{}'::text[],
  subject text not null default ''::text,
  subject_key text not null default ''::text,
  parsed jsonb,
  unreadable jsonb,
  raw_sha256 text not null,
  raw_size_bytes bigint not null,
  status text not null default 'new'::text,
  triage jsonb,
  partner_id text,
  intent text,
  route text,
  action_id uuid,
  is_simulated boolean not null default false,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint mail_action_id_fkey FOREIGN KEY (action_id) REFERENCES outbox(action_id),
  constraint mail_action_id_key UNIQUE (action_id),
  constraint mail_check CHECK (((parsed IS NULL) <> (unreadable IS NULL))),
  constraint mail_dedupe_key_key UNIQUE (dedupe_key),
  constraint mail_direction_check CHECK ((direction = ANY (ARRAY['in'::text, 'out'::text]))),
  constraint mail_pkey PRIMARY KEY (mail_id),
  constraint mail_raw_sha256_check CHECK ((raw_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint mail_status_check CHECK ((status = ANY (ARRAY['new'::text, 'working'::text, 'triaged'::text, 'needs_review'::text, 'answered'::text, 'ignored'::text, 'handled'::text])))
);

create table mail_attachment (
  mail_id uuid not null,
  part_no integer not null,
  file_name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  bytes bytea,
  constraint mail_attachment_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(mail_id) ON DELETE CASCADE,
  constraint mail_attachment_pkey PRIMARY KEY (mail_id, part_no)
);

create table mail_box (
  account text not null,
  folder text not null,
  uid_validity bigint,
  last_uid bigint not null default 0,
  checked_at timestamp with time zone,
  error jsonb,
  next_try_at timestamp with time zone,
  constraint mail_box_pkey PRIMARY KEY (account, folder)
);

create table mail_raw (
  mail_id uuid not null,
  bytes bytea not null,
  is_cut boolean not null,
  constraint mail_raw_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(mail_id) ON DELETE CASCADE,
  constraint mail_raw_pkey PRIMARY KEY (mail_id)
);

create table mail_reference (
  message_id_sha256 text not null,
  thread_id uuid not null,
  constraint mail_reference_pkey PRIMARY KEY (message_id_sha256)
);

create table mail_suppression (
  address text not null,
  reason text not null,
  since timestamp with time zone not null,
  mail_id uuid,
  constraint mail_suppression_address_check CHECK ((address = lower(address))),
  constraint mail_suppression_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES mail(mail_id),
  constraint mail_suppression_pkey PRIMARY KEY (address),
  constraint mail_suppression_reason_check CHECK ((reason = ANY (ARRAY['unsubscribe'::text, 'bounce'::text, 'complaint'::text, 'manual'::text])))
);

create table model_call (
  call_id uuid not null default gen_random_uuid(),
  run_id uuid,
  day date not null,
  engine text not null,
  prompt text not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  micros bigint,
  currency text not null,
  outcome text not null default 'reserved'::text,
  reserved_at timestamp with time zone not null,
  settled_at timestamp with time zone,
  constraint model_call_input_tokens_check CHECK ((input_tokens >= 0)),
  constraint model_call_micros_check CHECK ((micros >= 0)),
  constraint model_call_outcome_check CHECK ((outcome = ANY (ARRAY['reserved'::text, 'answered'::text, 'unusable'::text, 'unclear'::text, 'failed'::text]))),
  constraint model_call_output_tokens_check CHECK ((output_tokens >= 0)),
  constraint model_call_pkey PRIMARY KEY (call_id)
);

create table order_line (
  order_id text not null,
  line_id text not null,
  customer_id text,
  visitor_id text,
  ordered_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  sku text,
  quantity integer not null,
  unit_price_micros bigint not null,
  discount_micros bigint not null default 0,
  currency text not null,
  code text,
  extra jsonb,
  constraint order_line_pkey PRIMARY KEY (order_id, line_id)
);

create table outbox (
  action_id uuid not null default gen_random_uuid(),
  proposal_id uuid not null,
  effect jsonb not null,
  target text not null,
  status text not null default 'waiting'::text,
  not_before timestamp with time zone not null,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone not null default now(),
  claimed_by text,
  lease_until timestamp with time zone,
  fence bigint not null default 0,
  last_error text,
  created_at timestamp with time zone not null default now(),
  delivered_at timestamp with time zone,
  call_started_at timestamp with time zone,
  constraint outbox_pkey PRIMARY KEY (action_id),
  constraint outbox_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id),
  constraint outbox_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'queued'::text, 'claimed'::text, 'delivered'::text, 'unknown'::text, 'needs_person'::text, 'cancelled'::text])))
);

create table partner (
  partner_id text not null,
  name text not null,
  type text not null default 'other'::text,
  network text not null default 'direct'::text,
  status text not null default 'active'::text,
  tier text not null default 'maintain'::text,
  website text,
  email text,
  country text,
  joined_at timestamp with time zone,
  key_account boolean not null default false,
  extra jsonb,
  constraint partner_pkey PRIMARY KEY (partner_id),
  constraint partner_status_check CHECK ((status = ANY (ARRAY['active'::text, 'pending'::text, 'blocked'::text, 'offboarded'::text]))),
  constraint partner_tier_check CHECK ((tier = ANY (ARRAY['growth'::text, 'maintain'::text, 'purge'::text])))
);

create table partner_block (
  partner_id text not null,
  sub_id text not null default ''::text,
  blocked_at timestamp with time zone not null,
  proposal_id uuid,
  lifted_at timestamp with time zone,
  constraint partner_block_pkey PRIMARY KEY (partner_id, sub_id, blocked_at),
  constraint partner_block_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table precedent (
  proposal_id uuid not null,
  kind text not null,
  decision_id bigint not null,
  learned_at timestamp with time zone not null,
  constraint precedent_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(decision_id),
  constraint precedent_pkey PRIMARY KEY (proposal_id),
  constraint precedent_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table product (
  sku text not null,
  name text,
  category text,
  price_micros bigint,
  unit_cost_micros bigint,
  fulfilment_cost_micros bigint,
  currency text not null,
  url text,
  extra jsonb,
  constraint product_pkey PRIMARY KEY (sku)
);

create table programme (
  programme_id smallint not null default 1,
  name text not null,
  currency text not null,
  time_zone text not null default 'UTC'::text,
  is_demo boolean not null default false,
  demo_shift_weeks integer,
  demo_loaded_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint programme_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint programme_pkey PRIMARY KEY (programme_id),
  constraint programme_programme_id_check CHECK ((programme_id = 1))
);

create table proposal (
  proposal_id uuid not null default gen_random_uuid(),
  kind text not null,
  status text not null default 'pending'::text,
  partner_id text,
  title text not null,
  summary text not null,
  effect jsonb not null,
  evidence jsonb not null,
  source jsonb,
  money_micros bigint,
  currency text,
  approvals_needed smallint not null default 1,
  proposed_by text not null,
  run_id uuid,
  workflow text not null,
  made_by jsonb not null,
  shown_hash text not null,
  dedupe_key text not null,
  supersedes uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  snoozed_until timestamp with time zone,
  decided_at timestamp with time zone,
  origin_hash text,
  stranger text,
  constraint proposal_approvals_needed_check CHECK ((approvals_needed = ANY (ARRAY[1, 2]))),
  constraint proposal_check CHECK (((money_micros IS NULL) = (currency IS NULL))),
  constraint proposal_origin_hash_check CHECK ((origin_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint proposal_pkey PRIMARY KEY (proposal_id),
  constraint proposal_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(run_id),
  constraint proposal_shown_hash_check CHECK ((shown_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint proposal_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'snoozed'::text, 'approved'::text, 'rejected'::text, 'expired'::text, 'superseded'::text, 'executed'::text, 'delivered'::text, 'unknown'::text, 'needs_person'::text]))),
  constraint proposal_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES proposal(proposal_id)
);

create table proposal_line (
  proposal_id uuid not null,
  network text not null,
  conversion_id text not null,
  commission_micros bigint not null,
  currency text not null,
  constraint proposal_line_pkey PRIMARY KEY (proposal_id, network, conversion_id),
  constraint proposal_line_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table rate (
  partner_id text not null,
  sku_group text not null default ''::text,
  rate_bps integer not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  extra jsonb,
  constraint rate_pkey PRIMARY KEY (partner_id, sku_group, starts_at),
  constraint rate_rate_bps_check CHECK (((rate_bps >= 0) AND (rate_bps <= 10000)))
);

create table receipt (
  action_id uuid not null,
  proposal_id uuid not null,
  received_at timestamp with time zone not null,
  body jsonb not null,
  constraint receipt_action_id_fkey FOREIGN KEY (action_id) REFERENCES outbox(action_id),
  constraint receipt_pkey PRIMARY KEY (action_id),
  constraint receipt_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table reconciliation_customer (
  partner_id text not null,
  customer_id text not null,
  orders bigint not null,
  constraint reconciliation_customer_pkey PRIMARY KEY (partner_id, customer_id)
);

create table reconciliation_dirty (
  kind text not null,
  key text not null default ''::text,
  due_at timestamp with time zone,
  constraint reconciliation_dirty_kind_check CHECK ((kind = ANY (ARRAY['order'::text, 'customer'::text, 'everything'::text, 'clicks'::text])))
);

create table reconciliation_exception (
  kind text not null,
  order_id text,
  line_id text,
  partner_id text,
  network text,
  conversion_id text,
  refund_id text,
  customer_id text,
  quantity bigint,
  expected_micros bigint,
  found_micros bigint,
  currency text,
  detail text
);

create table reconciliation_line (
  order_id text not null,
  line_id text not null,
  network text not null,
  conversion_id text not null,
  partner_id text not null,
  currency text not null,
  ordered_at timestamp with time zone not null,
  lock_at timestamp with time zone not null,
  quantity integer not null,
  returned_in_window bigint not null,
  returned_late bigint not null,
  earned_micros bigint not null,
  reversed_micros bigint not null,
  clawback_micros bigint not null,
  leaked_micros bigint not null,
  fifo_reversed_micros bigint not null,
  fifo_clawback_micros bigint not null,
  fifo_leaked_micros bigint not null,
  stands text not null,
  state text not null,
  reason text not null,
  constraint reconciliation_line_pkey PRIMARY KEY (order_id, line_id),
  constraint reconciliation_line_stands_check CHECK ((stands = ANY (ARRAY['reserved'::text, 'locked'::text, 'paid'::text, 'declined'::text]))),
  constraint reconciliation_line_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'locked'::text, 'paid'::text, 'reversed'::text, 'clawed_back'::text, 'leaked'::text])))
);

create table reconciliation_note (
  refund_id text not null,
  refund_line_id text not null,
  order_id text not null,
  line_id text not null,
  refunded_at timestamp with time zone not null,
  quantity bigint not null,
  matching text not null,
  kind text,
  amount_micros bigint not null,
  constraint reconciliation_note_kind_check CHECK ((kind = ANY (ARRAY['reversed'::text, 'clawback'::text, 'leaked'::text]))),
  constraint reconciliation_note_matching_check CHECK ((matching = ANY (ARRAY['named'::text, 'lifo'::text, 'decision'::text]))),
  constraint reconciliation_note_pkey PRIMARY KEY (order_id, line_id, refund_id, refund_line_id)
);

create table reconciliation_sale (
  order_id text not null,
  partner_id text not null,
  customer_id text,
  told smallint not null,
  constraint reconciliation_sale_pkey PRIMARY KEY (order_id)
);

create table reconciliation_state (
  state_id smallint not null default 1,
  as_of timestamp with time zone not null,
  policy_hash text not null,
  pass bigint not null,
  constraint reconciliation_state_pkey PRIMARY KEY (state_id),
  constraint reconciliation_state_state_id_check CHECK ((state_id = 1))
);

create table reconciliation_tally (
  subject text not null,
  key text not null,
  count bigint not null,
  constraint reconciliation_tally_pkey PRIMARY KEY (subject, key),
  constraint reconciliation_tally_subject_check CHECK ((subject = ANY (ARRAY['exception'::text, 'check'::text, 'sale'::text, 'readable'::text])))
);

create table refund (
  refund_id text not null,
  line_id text not null default ''::text,
  order_id text,
  customer_id text,
  sku text,
  quantity integer not null,
  amount_micros bigint not null,
  currency text not null,
  refunded_at timestamp with time zone not null,
  extra jsonb,
  constraint refund_pkey PRIMARY KEY (refund_id, line_id)
);

create table run (
  run_id uuid not null default gen_random_uuid(),
  workflow text not null,
  status text not null default 'queued'::text,
  cause text not null,
  requested_by text not null,
  input jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  heartbeat_at timestamp with time zone,
  proposals integer not null default 0,
  counts jsonb not null default '{}'::jsonb,
  cost jsonb not null default '{"micros": "0", "currency": "USD", "inputTokens": 0, "outputTokens": 0}'::jsonb,
  error jsonb,
  worker text,
  attempts integer not null default 0,
  step_count integer not null default 0,
  forwarded_at timestamp with time zone,
  surveyed_at timestamp with time zone,
  due_at timestamp with time zone,
  constraint run_cause_check CHECK ((cause = ANY (ARRAY['start'::text, 'schedule'::text, 'catch-up'::text, 'person'::text, 'event'::text, 'chat'::text]))),
  constraint run_pkey PRIMARY KEY (run_id),
  constraint run_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'succeeded'::text, 'failed'::text, 'paused'::text])))
);

create table run_step (
  run_id uuid not null,
  seq integer not null,
  kind text not null,
  name text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  counts jsonb not null default '{}'::jsonb,
  error jsonb,
  item text,
  constraint run_step_kind_check CHECK ((kind = ANY (ARRAY['node'::text, 'agent'::text, 'tool'::text, 'model'::text]))),
  constraint run_step_pkey PRIMARY KEY (run_id, seq),
  constraint run_step_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(run_id)
);

create table sandbox_delivery (
  delivery_id uuid not null default gen_random_uuid(),
  idempotency_key text not null,
  proposal_id uuid not null,
  kind text not null,
  body jsonb not null,
  arrived_at timestamp with time zone not null default clock_timestamp(),
  constraint sandbox_delivery_idempotency_key_key UNIQUE (idempotency_key),
  constraint sandbox_delivery_pkey PRIMARY KEY (delivery_id)
);

create table sandbox_transaction (
  network text not null,
  transaction_id text not null,
  state jsonb not null,
  idempotency_key text not null,
  changed_at timestamp with time zone not null default now(),
  constraint sandbox_transaction_pkey PRIMARY KEY (network, transaction_id)
);

create table schema_migration (
  version integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now(),
  constraint schema_migration_pkey PRIMARY KEY (version)
);

create table session (
  sid character varying not null,
  sess json not null,
  expire timestamp(6) without time zone not null,
  constraint session_pkey PRIMARY KEY (sid)
);

create table session_key (
  session_key_id smallint not null default 1,
  key_text text not null,
  constraint session_key_pkey PRIMARY KEY (session_key_id),
  constraint session_key_session_key_id_check CHECK ((session_key_id = 1))
);

create table sighting (
  sighting_id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  page_url text not null,
  publisher text not null,
  observed text not null,
  merchant text,
  discount text,
  expires date,
  masked boolean not null,
  retired boolean not null,
  code text,
  candidates text[] not null default '{}'::text[],
  probability numeric not null,
  match_how text not null,
  quote jsonb,
  capture_sha256 text not null,
  first_capture_sha256 text not null,
  first_seen_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  gone_at timestamp with time zone,
  gone_capture_sha256 text,
  constraint sighting_pkey PRIMARY KEY (sighting_id),
  constraint sighting_probability_check CHECK (((probability >= (0)::numeric) AND (probability <= (1)::numeric))),
  constraint sighting_source_id_fkey FOREIGN KEY (source_id) REFERENCES coupon_source(source_id),
  constraint sighting_source_id_observed_key UNIQUE (source_id, observed)
);

create table sign_in_link (
  link_hash text not null,
  name text not null,
  role text not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_link_pkey PRIMARY KEY (link_hash),
  constraint sign_in_link_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'approver'::text, 'admin'::text])))
);

create table site_blacklist (
  domain text not null,
  since timestamp with time zone not null,
  proposal_id uuid not null,
  lifted_at timestamp with time zone,
  constraint site_blacklist_domain_check CHECK ((domain = lower(domain))),
  constraint site_blacklist_pkey PRIMARY KEY (domain, since),
  constraint site_blacklist_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id)
);

create table site_event (
  visitor_id text not null,
  occurred_at timestamp with time zone not null,
  event text not null,
  sku text not null default ''::text,
  extra jsonb,
  constraint site_event_event_check CHECK ((event = ANY (ARRAY['view'::text, 'cart'::text, 'checkout'::text, 'purchase'::text]))),
  constraint site_event_pkey PRIMARY KEY (visitor_id, occurred_at, event, sku)
);

create table unsubscribe_key (
  unsubscribe_key_id smallint not null default 1,
  key_text text not null,
  constraint unsubscribe_key_pkey PRIMARY KEY (unsubscribe_key_id),
  constraint unsubscribe_key_unsubscribe_key_id_check CHECK ((unsubscribe_key_id = 1))
);

create table web_body (
  sha256 text not null,
  packed bytea not null storage external,
  size_bytes integer not null,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint web_body_pkey PRIMARY KEY (sha256),
  constraint web_body_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint web_body_size_bytes_check CHECK ((size_bytes >= 0))
);

create table web_capture (
  capture_id uuid not null,
  url text not null,
  final_url text not null,
  fetched_at timestamp with time zone not null,
  how text not null,
  how_reason text not null,
  status integer,
  content_type text,
  charset text,
  sha256 text not null,
  etag text,
  last_modified text,
  redirects jsonb not null,
  same_as uuid,
  is_partial boolean not null,
  screenshot bytea storage external,
  error_code text,
  error_message text,
  created_at timestamp with time zone not null default clock_timestamp(),
  constraint web_capture_check CHECK (((error_code IS NULL) = (error_message IS NULL))),
  constraint web_capture_how_check CHECK ((how = ANY (ARRAY['http'::text, 'browser'::text, 'disk'::text]))),
  constraint web_capture_pkey PRIMARY KEY (capture_id),
  constraint web_capture_sha256_fkey FOREIGN KEY (sha256) REFERENCES web_body(sha256),
  constraint web_capture_url_check CHECK ((length(url) <= 8000))
);

create table web_host (
  host text not null,
  next_at timestamp with time zone not null,
  constraint web_host_pkey PRIMARY KEY (host)
);

create table web_robots (
  origin text not null,
  rule text not null,
  body text not null,
  reason text not null,
  read_at timestamp with time zone not null,
  constraint web_robots_pkey PRIMARY KEY (origin),
  constraint web_robots_rule_check CHECK ((rule = ANY (ARRAY['file'::text, 'allow'::text, 'disallow'::text])))
);

create table webhook_event (
  system text not null,
  event_id text not null,
  topic text not null,
  received_at timestamp with time zone not null,
  body bytea,
  state text not null default 'received'::text,
  reason text,
  applied_at timestamp with time zone,
  constraint webhook_event_check CHECK (((state = ANY (ARRAY['received'::text, 'failed'::text])) = (body IS NOT NULL))),
  constraint webhook_event_pkey PRIMARY KEY (system, event_id),
  constraint webhook_event_state_check CHECK ((state = ANY (ARRAY['received'::text, 'applied'::text, 'superseded'::text, 'ignored'::text, 'failed'::text])))
);

create table webhook_version (
  system text not null,
  resource_id text not null,
  version timestamp with time zone not null,
  order_id text not null,
  constraint webhook_version_pkey PRIMARY KEY (system, resource_id)
);

create table work_thread (
  thread_id text not null,
  run_id uuid not null,
  workflow text not null,
  item text not null,
  status text not null default 'queued'::text,
  seen_decision_id bigint not null default 0,
  error jsonb,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now(),
  constraint work_thread_pkey PRIMARY KEY (thread_id),
  constraint work_thread_run_id_fkey FOREIGN KEY (run_id) REFERENCES run(run_id),
  constraint work_thread_run_id_item_key UNIQUE (run_id, item),
  constraint work_thread_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'working'::text, 'waiting'::text, 'done'::text, 'failed'::text])))
);

create table work_thread_proposal (
  thread_id text not null,
  proposal_id uuid not null,
  constraint work_thread_proposal_pkey PRIMARY KEY (thread_id, proposal_id),
  constraint work_thread_proposal_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(proposal_id),
  constraint work_thread_proposal_thread_id_fkey FOREIGN KEY (thread_id) REFERENCES work_thread(thread_id) ON DELETE CASCADE
);

CREATE INDEX application_alike ON public.application USING gin (fingerprint_keys);

CREATE INDEX application_form_sent ON public.application_form USING btree (sent_at);

CREATE INDEX application_open ON public.application USING btree (received_at, application_id) WHERE (status = ANY (ARRAY['new'::text, 'working'::text, 'vetted'::text, 'needs_review'::text]));

CREATE INDEX audit_by_subject ON public.audit USING btree (subject, seq);

CREATE INDEX chat_thread_recent ON public.chat_thread USING btree (owner, updated_at DESC, thread_id);

CREATE INDEX click_by_partner_time ON public.click USING btree (partner_id, clicked_at);

CREATE INDEX click_by_visitor ON public.click USING btree (visitor_id, clicked_at);

CREATE INDEX code_owner ON public.code USING btree (owner_partner_id);

CREATE INDEX commission_hold_by_partner ON public.commission_hold USING btree (partner_id);

CREATE UNIQUE INDEX commission_hold_whole ON public.commission_hold USING btree (network, conversion_id, kind) WHERE (NOT is_part);

CREATE INDEX conversion_by_click ON public.conversion USING btree (click_id);

CREATE INDEX conversion_by_code ON public.conversion USING btree (upper(btrim(code))) WHERE (code IS NOT NULL);

CREATE INDEX conversion_by_order ON public.conversion USING btree (order_id);

CREATE INDEX conversion_by_partner_time ON public.conversion USING btree (partner_id, converted_at);

CREATE INDEX conversion_without_order ON public.conversion USING btree (converted_at) WHERE (order_id IS NULL);

CREATE INDEX correction_job_running ON public.correction_job USING btree (next_at) WHERE (state = 'running'::text);

CREATE INDEX correction_line_by_transaction ON public.correction_line USING btree (network, transaction_id);

CREATE INDEX coupon_source_due ON public.coupon_source USING btree (next_check_at) WHERE (removed_at IS NULL);

CREATE INDEX decision_by_proposal ON public.decision USING btree (proposal_id, decision_id);

CREATE INDEX embedding_changes ON public.embedding USING btree (kind, change_no);

CREATE INDEX leak_case_by_owner ON public.leak_case USING btree (owner_partner_id) WHERE (verdict = 'leak_by_owner'::text);

CREATE INDEX leak_case_recent ON public.leak_case USING btree (opened_at DESC, case_id);

CREATE INDEX ledger_entry_by_partner ON public.ledger_entry USING btree (partner_id, account);

CREATE INDEX mail_by_message_id ON public.mail USING btree (md5(message_id)) WHERE (message_id IS NOT NULL);

CREATE INDEX mail_by_partner ON public.mail USING btree (partner_id, received_at DESC) WHERE (partner_id IS NOT NULL);

CREATE INDEX mail_by_subject ON public.mail USING btree (from_address, subject_key, received_at DESC) WHERE (subject_key <> ''::text);

CREATE INDEX mail_by_thread ON public.mail USING btree (thread_id, received_at);

CREATE INDEX mail_new ON public.mail USING btree (received_at, mail_id) WHERE ((status = 'new'::text) AND (direction = 'in'::text));

CREATE INDEX mail_recent ON public.mail USING btree (received_at DESC, mail_id);

CREATE INDEX mail_written_to ON public.mail USING gin (to_addresses) WHERE (direction = 'out'::text);

CREATE INDEX model_call_by_day ON public.model_call USING btree (day);

CREATE INDEX model_call_by_run ON public.model_call USING btree (run_id) WHERE (run_id IS NOT NULL);

CREATE INDEX order_line_by_customer ON public.order_line USING btree (customer_id, ordered_at);

CREATE INDEX order_line_by_customer_key ON public.order_line USING btree (customer_key(customer_id)) WHERE ((POSITION(('@'::text) IN (customer_id)) > 0) OR (customer_id <> lower(customer_id)));

CREATE INDEX order_line_by_time ON public.order_line USING btree (ordered_at);

CREATE INDEX order_line_by_visitor ON public.order_line USING btree (visitor_id) WHERE (visitor_id IS NOT NULL);

CREATE INDEX outbox_by_proposal ON public.outbox USING btree (proposal_id, created_at DESC);

CREATE INDEX outbox_due ON public.outbox USING btree (next_attempt_at) WHERE (status = ANY (ARRAY['waiting'::text, 'queued'::text, 'claimed'::text]));

CREATE UNIQUE INDEX outbox_one_live ON public.outbox USING btree (proposal_id) WHERE (status <> 'cancelled'::text);

CREATE INDEX outbox_waiting ON public.outbox USING btree (not_before) WHERE (status = 'waiting'::text);

CREATE INDEX partner_by_email ON public.partner USING btree (lower(email)) WHERE (email IS NOT NULL);

CREATE INDEX proposal_by_decided ON public.proposal USING btree (decided_at) WHERE (money_micros IS NOT NULL);

CREATE INDEX proposal_by_document ON public.proposal USING btree (((source ->> 'documentId'::text)));

CREATE INDEX proposal_by_mail ON public.proposal USING btree (((effect ->> 'mailId'::text))) WHERE (kind = 'mail.reply'::text);

CREATE INDEX proposal_by_partner ON public.proposal USING btree (partner_id, created_at DESC);

CREATE INDEX proposal_by_run ON public.proposal USING btree (run_id);

CREATE INDEX proposal_by_status ON public.proposal USING btree (status, created_at DESC, proposal_id);

CREATE INDEX proposal_by_stranger ON public.proposal USING btree (stranger, created_at) WHERE (stranger IS NOT NULL);

CREATE INDEX proposal_by_wish ON public.proposal USING btree (dedupe_key, created_at DESC);

CREATE INDEX proposal_line_by_conversion ON public.proposal_line USING btree (network, conversion_id);

CREATE UNIQUE INDEX proposal_one_open ON public.proposal USING btree (dedupe_key) WHERE (status = ANY (ARRAY['pending'::text, 'snoozed'::text]));

CREATE INDEX rate_by_proposal ON public.rate USING btree (((extra ->> 'proposalId'::text))) WHERE (extra IS NOT NULL);

CREATE INDEX reconciliation_exception_by_customer ON public.reconciliation_exception USING btree (customer_id) WHERE (order_id IS NULL);

CREATE INDEX reconciliation_exception_by_kind ON public.reconciliation_exception USING btree (kind, order_id, line_id, conversion_id, refund_id);

CREATE INDEX reconciliation_exception_by_order ON public.reconciliation_exception USING btree (order_id);

CREATE INDEX reconciliation_line_by_partner ON public.reconciliation_line USING btree (partner_id, state);

CREATE INDEX reconciliation_line_to_lock ON public.reconciliation_line USING btree (lock_at) WHERE (stands = 'reserved'::text);

CREATE INDEX reconciliation_note_by_refund ON public.reconciliation_note USING btree (refund_id, refund_line_id);

CREATE INDEX refund_by_order ON public.refund USING btree (order_id);

CREATE INDEX refund_by_time ON public.refund USING btree (refunded_at);

CREATE INDEX refund_unnamed ON public.refund USING btree (customer_id, sku) WHERE (order_id IS NULL);

CREATE UNIQUE INDEX run_once_per_due ON public.run USING btree (workflow, due_at) WHERE (due_at IS NOT NULL);

CREATE UNIQUE INDEX run_one_at_a_time ON public.run USING btree (workflow) WHERE (status = ANY (ARRAY['queued'::text, 'running'::text]));

CREATE INDEX run_recent ON public.run USING btree (created_at DESC, run_id);

CREATE INDEX sandbox_delivery_recent ON public.sandbox_delivery USING btree (arrived_at DESC, delivery_id);

CREATE INDEX session_by_person ON public.session USING btree ((((sess -> 'person'::text) ->> 'name'::text)));

CREATE INDEX session_expire ON public.session USING btree (expire);

CREATE INDEX sighting_by_code ON public.sighting USING btree (code, first_seen_at);

CREATE INDEX sighting_recent ON public.sighting USING btree (last_seen_at DESC, sighting_id);

CREATE INDEX site_event_by_time ON public.site_event USING btree (occurred_at);

CREATE INDEX web_capture_by_body ON public.web_capture USING btree (sha256);

CREATE INDEX web_capture_by_time ON public.web_capture USING btree (fetched_at);

CREATE INDEX web_capture_by_url ON public.web_capture USING btree (md5(url), fetched_at DESC);

CREATE INDEX webhook_event_waiting ON public.webhook_event USING btree (received_at, event_id) WHERE (state = 'received'::text);

CREATE INDEX work_thread_by_status ON public.work_thread USING btree (status, changed_at) WHERE (status = ANY (ARRAY['queued'::text, 'working'::text, 'waiting'::text]));

CREATE INDEX work_thread_proposal_by_proposal ON public.work_thread_proposal USING btree (proposal_id);

create view commission_denied as
 SELECT c.partner_id,
    c.network,
    c.conversion_id,
    c.converted_at,
    r.proposal_id,
        CASE r.kind
            WHEN 'retired'::text THEN 'retired_code'::text
            ELSE 'not_the_owner'::text
        END AS reason,
    r.since
   FROM ((conversion c
     JOIN code_rule r ON (((upper(btrim(c.code)) = upper(btrim(r.code))) AND (r.lifted_at IS NULL) AND (c.converted_at >= r.since))))
     LEFT JOIN code k ON ((k.code = r.code)))
  WHERE (k.owner_partner_id IS DISTINCT FROM c.partner_id)
UNION ALL
 SELECT c.partner_id,
    c.network,
    c.conversion_id,
    c.converted_at,
    b.proposal_id,
    'blacklisted_site'::text AS reason,
    b.since
   FROM ((site_blacklist b
     JOIN conversion c ON ((c.converted_at >= b.since)))
     LEFT JOIN partner p USING (partner_id))
  WHERE ((b.lifted_at IS NULL) AND (is_on_site(p.website, b.domain) OR (EXISTS ( SELECT
           FROM click k
          WHERE ((k.partner_id = c.partner_id) AND (k.click_id = c.click_id) AND is_on_site(k.referrer, b.domain))))));

create view partner_contact as
 SELECT partner.partner_id,
    partner.email AS address
   FROM partner
  WHERE (POSITION(('@'::text) IN (partner.email)) > 0)
UNION
 SELECT application.partner_id,
    application.email AS address
   FROM application
  WHERE ((application.partner_id IS NOT NULL) AND (application.status = 'accepted'::text) AND (POSITION(('@'::text) IN (application.email)) > 0))
UNION
 SELECT mail.partner_id,
    lower(mail.from_address) AS address
   FROM mail
  WHERE ((mail.partner_id IS NOT NULL) AND (mail.direction = 'in'::text) AND (POSITION(('@'::text) IN (mail.from_address)) > 0));

CREATE OR REPLACE FUNCTION public.announce_control()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'control', 'paused', new.paused)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_decision()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'proposal', 'id', p.proposal_id, 'status', p.status)::text)
    from proposal p where p.proposal_id = new.proposal_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_delivery()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'delivery', 'id', new.delivery_id, 'proposalId', new.proposal_id)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_mail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'mail', 'id', new.mail_id, 'status', new.status)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'proposal', 'id', new.proposal_id, 'status', new.status)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.announce_run()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'run', 'id', new.run_id, 'status', new.status)::text);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.conversion_key_follow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into conversion_key (network, conversion_id, partner_id, converted_at)
    select network, conversion_id, partner_id, converted_at from changed;
  elsif tg_op = 'DELETE' then
    delete from conversion_key using before
     where conversion_key.network = before.network and conversion_key.conversion_id = before.conversion_id;
  elsif tg_op = 'UPDATE' then
    delete from conversion_key using (
      select network, conversion_id, partner_id, converted_at from before
      except
      select network, conversion_id, partner_id, converted_at from changed
    ) gone
     where conversion_key.network = gone.network and conversion_key.conversion_id = gone.conversion_id;
    insert into conversion_key (network, conversion_id, partner_id, converted_at)
    select network, conversion_id, partner_id, converted_at from changed
    except
    select network, conversion_id, partner_id, converted_at from before;
  else
    truncate conversion_key;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.customer_first_order_follow()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into customer_first_order (customer_id, first_ordered_at)
  select customer_id, min(ordered_at) from changed where customer_id is not null group by customer_id order by customer_id
  on conflict (customer_id) do update set first_ordered_at = excluded.first_ordered_at
   where excluded.first_ordered_at < customer_first_order.first_ordered_at;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.customer_key(customer_id text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((POSITION(('@'::text) IN (customer_id)) > 0) AND (lower(btrim(customer_id)) ~ '@(gmail|googlemail)\.com$'::text)) THEN (replace(split_part(split_part(lower(btrim(customer_id)), '@'::text, 1), '+'::text, 1), '.'::text, ''::text) || '@gmail.com'::text) ELSE lower(btrim(customer_id)) END
;

CREATE OR REPLACE FUNCTION public.embedding_use_pgvector()
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  strictly text;
begin
  if to_regclass('embedding_hnsw') is not null then
    return true;
  end if;
  if not exists (select from pg_available_extensions where name = 'vector') then
    return false;
  end if;
  begin
    create extension if not exists vector;
  exception when insufficient_privilege then
    return false;
  end;
  execute $ddl$
    create table embedding_hnsw (
      kind text not null,
      ref_id text not null,
      content_hash text not null,
      vector vector(512) not null,
      created_at timestamptz not null default now(),
      primary key (kind, ref_id)
    )
  $ddl$;
  execute 'create index embedding_hnsw_vector on embedding_hnsw using hnsw (vector vector_cosine_ops)';
  -- The index finds neighbours of any kind; it goes on looking until enough are of the kind asked for (from 0.8 on).
  select case when string_to_array(extversion, '.')::integer[] >= array[0, 8] then 'set hnsw.iterative_scan = strict_order' else '' end
    into strictly from pg_extension where extname = 'vector';
  execute format($ddl$
    create function embedding_nearest(query vector, of_kind text, at_most integer)
      returns table (ref_id text, similarity double precision)
      language plpgsql stable set plan_cache_mode = force_custom_plan set hnsw.ef_search = 200 %s as $body$
    begin
      return query
        select near.ref_id, 1 - (near.vector <=> query)
          from embedding_hnsw near
         where near.kind = of_kind
         order by near.vector <=> query
         limit at_most;
    end $body$
  $ddl$, strictly);
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on embedding_hnsw to marginkeeper_agent;
  end if;
  return true;
end $function$
;

CREATE OR REPLACE FUNCTION public.fraud_host(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN "substring"(lower(address), '^\s*(?:(?:[a-z][a-z0-9+.-]*:)?//)?(?:[^/?#@]*@)?(?:www\.)?([^/:?#\s]+)'::text)
;

CREATE OR REPLACE FUNCTION public.fraud_mark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'DELETE' then
    execute format(tg_argv[0], 'changed');
  end if;
  if tg_op <> 'INSERT' then
    execute format(tg_argv[0], 'before');
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.fraud_mark_everything()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into fraud_touched (kind) values ('everything');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.fraud_mark_key()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'DELETE' then
    insert into fraud_touched (kind, key) values (tg_table_name, to_jsonb(new) ->> tg_argv[0]);
  end if;
  if tg_op <> 'INSERT' then
    insert into fraud_touched (kind, key) values (tg_table_name, to_jsonb(old) ->> tg_argv[0]);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.fraud_mark_old_click()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into fraud_touched (kind, key) select distinct 'click', click_id from before;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.host_of(address text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select nullif(regexp_replace(regexp_replace(lower(address), '^[a-z]+://', ''), '^www\.|[/:?#].*$', '', 'g'), '')
$function$
;

CREATE OR REPLACE FUNCTION public.is_on_site(address text, domain text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((host_of(address) = domain) OR ("right"(host_of(address), (length(domain) + 1)) = ('.'::text || domain)))
;

CREATE OR REPLACE FUNCTION public.is_readable_customer(key text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((POSITION(('@'::text) IN (key)) > 0) OR ((length(btrim(key)) = ANY (ARRAY[32, 64])) AND (lower(btrim(key)) ~ '^[0-9a-f]+$'::text)))
;

CREATE OR REPLACE FUNCTION public.ledger_transaction_balances()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  odd record;
begin
  with summed as materialized (
    select transaction_id, currency, sum(amount_micros) as off from inserted group by transaction_id, currency
  )
  select s.transaction_id, s.off <> 0 as is_off into odd
    from summed s
   where s.off <> 0 or not exists (select from ledger_transaction t where t.transaction_id = s.transaction_id)
   order by s.off = 0
   limit 1;
  if odd.is_off then
    raise exception 'ledger transaction % does not sum to zero', odd.transaction_id using errcode = 'check_violation';
  elsif odd.transaction_id is not null then
    raise exception 'there is no ledger transaction %', odd.transaction_id using errcode = 'foreign_key_violation';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.left_to_take(found bigint, taken bigint, other_found bigint, other_taken bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN GREATEST(((found - taken) - GREATEST((other_taken - other_found), (0)::bigint)), (0)::bigint)
;

CREATE OR REPLACE FUNCTION public.match_unnamed_returns()
 RETURNS TABLE(matching text, purchase_no bigint, refund_no bigint, quantity bigint)
 LANGUAGE plpgsql
AS $function$
declare
  event record;
  numbers bigint[] := '{}';
  lefts bigint[] := '{}';
  -- The stack of lifo: places in `numbers`, and units left there.
  stack bigint[] := '{}';
  stack_lefts bigint[] := '{}';
  top integer := 0;
  head integer := 1;
  tail integer := 0;
  units bigint;
begin
  for event in
    select e.is_first, e.is_return, e.no, e.quantity
      from (
        select s.*, row_number() over (
                 partition by s.customer_id, s.sku, s.currency
                 order by s.at, s.is_return, s.document_id collate "C", length(s.line_id), s.line_id collate "C"
               ) = 1 as is_first,
               row_number() over (
                 order by s.customer_id, s.sku, s.currency,
                          s.at, s.is_return, s.document_id collate "C", length(s.line_id), s.line_id collate "C"
               ) as place
          from staged_event s
      ) e
     order by e.place
  loop
    if event.is_first then
      top := 0;
      head := 1;
      tail := 0;
    end if;
    if not event.is_return then
      tail := tail + 1;
      numbers[tail] := event.no;
      lefts[tail] := event.quantity;
      top := top + 1;
      stack[top] := event.no;
      stack_lefts[top] := event.quantity;
      continue;
    end if;
    refund_no := event.no;
    matching := 'lifo';
    units := event.quantity;
    while units > 0 and top > 0 loop
      purchase_no := stack[top];
      quantity := least(units, stack_lefts[top]);
      units := units - quantity;
      stack_lefts[top] := stack_lefts[top] - quantity;
      if stack_lefts[top] = 0 then
        top := top - 1;
      end if;
      return next;
    end loop;
    matching := 'fifo';
    units := event.quantity;
    while units > 0 and head <= tail loop
      purchase_no := numbers[head];
      quantity := least(units, lefts[head]);
      units := units - quantity;
      lefts[head] := lefts[head] - quantity;
      if lefts[head] = 0 then
        head := head + 1;
      end if;
      return next;
    end loop;
  end loop;
end $function$
;

CREATE OR REPLACE FUNCTION public.network_lock_at(network text, extra jsonb)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  said text;
begin
  said := case network
    when 'impact' then (extra ->> 'impact')::jsonb ->> 'LockingDate'
    when 'cj' then (extra ->> 'cj')::jsonb ->> 'lockingDate'
  end;
  if said !~ '^\d{4}-\d{2}-\d{2}' then
    return null;
  end if;
  return said::timestamptz;
exception when others then
  -- A record of a file may hold anything.
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.outbox_needs_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  wanted record;
  given integer;
begin
  select status, shown_hash, proposed_by, approvals_needed into wanted
    from proposal where proposal_id = new.proposal_id;
  select count(distinct lower(trim(decided_by))) into given
    from decision
   where proposal_id = new.proposal_id
     and decision in ('approve', 'edit')
     and shown_hash = wanted.shown_hash
     and lower(trim(decided_by)) <> lower(trim(wanted.proposed_by))
     and decision_id > coalesce(
       (select max(decision_id) from decision where proposal_id = new.proposal_id and decision = 'undo'), 0);
  if new.status <> 'waiting' or wanted.status <> 'approved' or given < wanted.approvals_needed then
    raise exception 'no effect without approval' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.partner_as_customer(email text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (POSITION(('@'::text) IN (email)) > 0) THEN (SELECT array_agg(DISTINCT form.form) AS array_agg FROM (unnest(ARRAY[lower(btrim(partner_as_customer.email)), customer_key(partner_as_customer.email), regexp_replace(customer_key(partner_as_customer.email), '@gmail\.com$'::text, '@googlemail.com'::text)]) address(address) CROSS JOIN LATERAL unnest(ARRAY[address.address, encode(sha256(convert_to(address.address, 'UTF8'::name)), 'hex'::text), md5(address.address)]) form(form))) ELSE '{}'::text[] END
;

CREATE OR REPLACE FUNCTION public.partner_stays_blocked()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from partner_block
     where partner_id = new.partner_id and sub_id = '' and lifted_at is null
  ) then
    new.status := 'blocked';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.proposal_keeps_its_life()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.status <> old.status and not proposal_may_become(old.status, new.status) then
    raise exception 'a proposal that is % cannot become %', old.status, new.status using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.proposal_may_become(before text, after text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select after = any (case before
    when 'pending' then array['approved', 'rejected', 'expired', 'superseded', 'snoozed']
    when 'snoozed' then array['pending', 'approved', 'rejected', 'expired', 'superseded']
    when 'approved' then array['executed', 'pending', 'needs_person']
    when 'executed' then array['delivered', 'unknown', 'needs_person']
    when 'unknown' then array['delivered', 'needs_person']
    when 'needs_person' then array['rejected', 'delivered', 'executed']
    when 'rejected' then array['pending']
    else array[]::text[]
  end)
$function$
;

CREATE OR REPLACE FUNCTION public.proposal_starts_pending()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.status <> 'pending' then
    raise exception 'a proposal starts pending' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.proposal_supersede()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO '$user', 'public'
AS $function$
begin
  if new.supersedes is null then
    return new;
  end if;
  update proposal set status = 'superseded', decided_at = new.created_at
   where proposal_id = new.supersedes and status in ('pending', 'snoozed') and dedupe_key = new.dedupe_key;
  if found then
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, decided_at)
    select proposal_id, new.proposed_by, 'system', 'supersede', shown_hash, new.created_at
      from proposal where proposal_id = new.supersedes;
  elsif not exists (
    select from proposal p join decision d using (proposal_id)
     where p.proposal_id = new.supersedes and p.status = 'superseded' and p.dedupe_key = new.dedupe_key
       and d.decision = 'respond'
  ) then
    raise exception 'proposal % can no longer be superseded', new.supersedes using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION public.reconciliation_mark()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'DELETE' then
    execute format(tg_argv[0], 'changed');
  end if;
  if tg_op <> 'INSERT' then
    execute format(tg_argv[0], 'before');
    if tg_nargs > 1 then
      execute format(tg_argv[1], 'before');
    end if;
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reconciliation_mark_codes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (
    select from changed n join before b using (code) where n.owner_partner_id is distinct from b.owner_partner_id
  ) then
    return null;
  end if;
  insert into reconciliation_dirty (kind, key)
  with touched as (
    select upper(btrim(code)) as code
      from changed n join before b using (code) where n.owner_partner_id is distinct from b.owner_partner_id
  )
  select 'order', c.order_id
    from conversion c join touched on upper(btrim(c.code)) = touched.code
   where c.code is not null and c.order_id is not null
  union
  select 'order', l.order_id from order_line l join touched on upper(btrim(l.code)) = touched.code where l.code is not null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reconciliation_mark_everything()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into reconciliation_dirty (kind) values ('everything');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reconciliation_mark_rates()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into reconciliation_dirty (kind, key)
  select distinct 'order', c.order_id
    from changed n
    join before b using (partner_id, sku_group, starts_at)
    join conversion c
      on c.partner_id = n.partner_id
     and c.converted_at >= case when n.rate_bps = b.rate_bps then least(n.ends_at, b.ends_at) else n.starts_at end
   where (n.rate_bps, n.ends_at) is distinct from (b.rate_bps, b.ends_at) and c.order_id is not null;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.reconciliation_orders_of_contact(email text)
 RETURNS SETOF text
 LANGUAGE sql
 STABLE
AS $function$
  select order_id from order_line where customer_id = any(partner_as_customer(email))
  union
  select order_id from order_line
   where (position('@' in customer_id) > 0 or customer_id <> lower(customer_id))
     and customer_key(customer_id) = any(partner_as_customer(email))
$function$
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.reply_supersedes_older()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO '$user', 'public'
AS $function$
begin
  with superseded as (
    update proposal older
       set status = 'superseded', decided_at = new.created_at, snoozed_until = null
      from mail answered, mail earlier
     where answered.mail_id = (new.effect ->> 'mailId')::uuid
       and earlier.thread_id = answered.thread_id
       and (coalesce(earlier.sent_at, earlier.received_at), earlier.mail_id)
         < (coalesce(answered.sent_at, answered.received_at), answered.mail_id)
       and older.kind = 'mail.reply'
       and older.effect ->> 'mailId' = earlier.mail_id::text
       and lower(older.effect ->> 'to') = lower(new.effect ->> 'to')
       and older.status in ('pending', 'snoozed')
    returning older.proposal_id, older.shown_hash, earlier.mail_id
  ), decided as (
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, comment, decided_at)
    select proposal_id, new.proposed_by, 'system', 'supersede', shown_hash,
           'A newer mail of this conversation came; its answer takes the place of this one.', new.created_at
      from superseded
  )
  update mail set status = 'handled'
    from superseded
   where mail.mail_id = superseded.mail_id and mail.status in ('new', 'working', 'triaged', 'needs_review');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.taken_of_conversion(of_network text, of_conversion text, but uuid)
 RETURNS TABLE(is_whole boolean, is_waiting boolean, corrected bigint, clawed_back bigint, told jsonb)
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(bool_or(h.kind = 'hold' or not h.is_part), false),
         coalesce(bool_or(h.kind = 'correct' and not coalesce(o.is_delivered, false)), false),
         coalesce(sum(h.amount_micros) filter (where h.kind = 'correct'), 0)::bigint,
         coalesce(sum(h.amount_micros) filter (where h.kind = 'clawback' and h.is_part), 0)::bigint,
         (
           select jsonb_build_object(
                    'before', (array_agg(l.correction -> 'before' order by d.delivered_at, d.created_at))[1],
                    'after', (array_agg(l.correction -> 'after' order by d.delivered_at desc, d.created_at desc))[1],
                    'returned', coalesce(jsonb_agg(l.correction -> 'returned'), '[]')
                  )
             from correction_line l
             join outbox d using (proposal_id)
            where l.network = of_network and l.transaction_id = of_conversion and d.status = 'delivered'
           having count(*) > 0
         )
    from commission_hold h
    left join lateral (
      select bool_or(status = 'delivered') as is_delivered from outbox where outbox.proposal_id = h.proposal_id
    ) o on true
   where h.network = of_network and h.conversion_id = of_conversion and h.proposal_id is distinct from but
$function$
;

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.application REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I a cross join lateral reconciliation_orders_of_contact(a.email) o
          where a.partner_id is not null and a.email is not null');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.application REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I a cross join lateral reconciliation_orders_of_contact(a.email) o
          where a.partner_id is not null and a.email is not null');

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER fraud_marks_deleted_ids AFTER DELETE ON public.click REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_old_click();

CREATE TRIGGER fraud_marks_deletes AFTER DELETE ON public.click REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, conversions)
                 select distinct partner_id, (clicked_at at time zone ''UTC'')::date, false from %I');

CREATE TRIGGER fraud_marks_inserts AFTER INSERT ON public.click REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, conversions)
                 select distinct partner_id, (clicked_at at time zone ''UTC'')::date, false from %I');

CREATE TRIGGER fraud_marks_old_ids AFTER UPDATE ON public.click REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_old_click();

CREATE TRIGGER fraud_marks_truncates AFTER TRUNCATE ON public.click FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_everything();

CREATE TRIGGER fraud_marks_updates AFTER UPDATE ON public.click REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, conversions)
                 select distinct partner_id, (clicked_at at time zone ''UTC'')::date, false from %I');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.click REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
     select ''clicks'', min(clicked_at)::text || ''/'' || max(clicked_at)::text from %I having count(*) > 0');

CREATE TRIGGER fraud_marks_owners AFTER INSERT OR DELETE OR UPDATE OF code, owner_partner_id ON public.code FOR EACH ROW EXECUTE FUNCTION fraud_mark_key('code');

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.code REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
    with touched as (select upper(btrim(code)) as code from %1$I where owner_partner_id is not null)
    select ''order'', c.order_id
      from conversion c join touched on upper(btrim(c.code)) = touched.code
     where c.code is not null and c.order_id is not null
    union
    select ''order'', l.order_id from order_line l join touched on upper(btrim(l.code)) = touched.code where l.code is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.code REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
    with touched as (select upper(btrim(code)) as code from %1$I where owner_partner_id is not null)
    select ''order'', c.order_id
      from conversion c join touched on upper(btrim(c.code)) = touched.code
     where c.code is not null and c.order_id is not null
    union
    select ''order'', l.order_id from order_line l join touched on upper(btrim(l.code)) = touched.code where l.code is not null');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.code REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark_codes();

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.code_rule REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.code_rule REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.code_rule REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I r
           join conversion c on upper(btrim(c.code)) = upper(btrim(r.code)) and c.converted_at >= r.since
          where c.order_id is not null');

CREATE TRIGGER control_announced AFTER UPDATE OF paused ON public.control FOR EACH ROW EXECUTE FUNCTION announce_control();

CREATE TRIGGER conversion_key_deletes AFTER DELETE ON public.conversion REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION conversion_key_follow();

CREATE TRIGGER conversion_key_inserts AFTER INSERT ON public.conversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conversion_key_follow();

CREATE TRIGGER conversion_key_truncates AFTER TRUNCATE ON public.conversion FOR EACH STATEMENT EXECUTE FUNCTION conversion_key_follow();

CREATE TRIGGER conversion_key_updates AFTER UPDATE ON public.conversion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conversion_key_follow();

CREATE TRIGGER fraud_marks_deletes AFTER DELETE ON public.conversion REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, clicks, named_by)
                      select distinct partner_id, (converted_at at time zone ''UTC'')::date, false, false from %I');

CREATE TRIGGER fraud_marks_inserts AFTER INSERT ON public.conversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, clicks, named_by)
                      select distinct partner_id, (converted_at at time zone ''UTC'')::date, false, false from %I');

CREATE TRIGGER fraud_marks_truncates AFTER TRUNCATE ON public.conversion FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_everything();

CREATE TRIGGER fraud_marks_updates AFTER UPDATE ON public.conversion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_dirty (partner_id, day, clicks, named_by)
                      select distinct partner_id, (converted_at at time zone ''UTC'')::date, false, false from %I');

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.conversion REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null', 'insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.conversion REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null');

CREATE TRIGGER reconciliation_marks_truncates AFTER TRUNCATE ON public.conversion FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark_everything();

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.conversion REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null', 'insert into reconciliation_dirty (kind, key)
                            select distinct ''order'', order_id from %I where order_id is not null');

CREATE TRIGGER decision_announced AFTER INSERT ON public.decision FOR EACH ROW EXECUTE FUNCTION announce_decision();

CREATE TRIGGER ledger_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER ledger_entry_balances AFTER INSERT ON public.ledger_entry REFERENCING NEW TABLE AS inserted FOR EACH STATEMENT EXECUTE FUNCTION ledger_transaction_balances();

CREATE TRIGGER ledger_transaction_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON public.ledger_transaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER mail_announced AFTER INSERT OR UPDATE OF status ON public.mail FOR EACH ROW EXECUTE FUNCTION announce_mail();

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.mail REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I m cross join lateral reconciliation_orders_of_contact(m.from_address) o
          where m.partner_id is not null and m.direction = ''in''');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.mail REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I m cross join lateral reconciliation_orders_of_contact(m.from_address) o
          where m.partner_id is not null and m.direction = ''in''');

CREATE TRIGGER customer_first_order_inserts AFTER INSERT ON public.order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION customer_first_order_follow();

CREATE TRIGGER customer_first_order_updates AFTER UPDATE ON public.order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION customer_first_order_follow();

CREATE TRIGGER fraud_marks_deletes AFTER DELETE ON public.order_line REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key) select distinct ''order'', order_id from %I');

CREATE TRIGGER fraud_marks_inserts AFTER INSERT ON public.order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key) select distinct ''order'', order_id from %I');

CREATE TRIGGER fraud_marks_truncates AFTER TRUNCATE ON public.order_line FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_everything();

CREATE TRIGGER fraud_marks_updates AFTER UPDATE ON public.order_line REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key) select distinct ''order'', order_id from %I');

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.order_line REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key) select distinct ''order'', order_id from %I', 'insert into reconciliation_dirty (kind, key)
                            select distinct ''customer'', customer_id from %I where customer_id is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.order_line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key) select distinct ''order'', order_id from %I');

CREATE TRIGGER reconciliation_marks_truncates AFTER TRUNCATE ON public.order_line FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark_everything();

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.order_line REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key) select distinct ''order'', order_id from %I', 'insert into reconciliation_dirty (kind, key)
                            select distinct ''customer'', customer_id from %I where customer_id is not null');

CREATE TRIGGER outbox_approved BEFORE INSERT ON public.outbox FOR EACH ROW EXECUTE FUNCTION outbox_needs_approval();

CREATE TRIGGER fraud_marks_sites AFTER INSERT OR DELETE OR UPDATE OF partner_id, website ON public.partner FOR EACH ROW EXECUTE FUNCTION fraud_mark_key('partner_id');

CREATE TRIGGER partner_blocked_stays BEFORE UPDATE OF status ON public.partner FOR EACH ROW WHEN (((old.status = 'blocked'::text) AND (new.status = ANY (ARRAY['active'::text, 'pending'::text])))) EXECUTE FUNCTION partner_stays_blocked();

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.partner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I p cross join lateral reconciliation_orders_of_contact(p.email) o where p.email is not null');

CREATE TRIGGER reconciliation_marks_sites_inserts AFTER INSERT ON public.partner REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
    select distinct ''order'', c.order_id
      from site_blacklist b
      join %I p on is_on_site(p.website, b.domain)
      join conversion c on c.partner_id = p.partner_id and c.converted_at >= b.since
     where b.lifted_at is null and c.order_id is not null');

CREATE TRIGGER reconciliation_marks_sites_updates AFTER UPDATE ON public.partner REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
    select distinct ''order'', c.order_id
      from site_blacklist b
      join %I p on is_on_site(p.website, b.domain)
      join conversion c on c.partner_id = p.partner_id and c.converted_at >= b.since
     where b.lifted_at is null and c.order_id is not null');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.partner REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', o from %I p cross join lateral reconciliation_orders_of_contact(p.email) o where p.email is not null');

CREATE TRIGGER proposal_announced AFTER INSERT OR UPDATE OF status ON public.proposal FOR EACH ROW EXECUTE FUNCTION announce_proposal();

CREATE TRIGGER proposal_life BEFORE UPDATE OF status ON public.proposal FOR EACH ROW EXECUTE FUNCTION proposal_keeps_its_life();

CREATE TRIGGER proposal_pending BEFORE INSERT ON public.proposal FOR EACH ROW EXECUTE FUNCTION proposal_starts_pending();

CREATE TRIGGER proposal_supersedes BEFORE INSERT ON public.proposal FOR EACH ROW EXECUTE FUNCTION proposal_supersede();

CREATE TRIGGER reply_supersedes AFTER INSERT ON public.proposal FOR EACH ROW WHEN ((new.kind = 'mail.reply'::text)) EXECUTE FUNCTION reply_supersedes_older();

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.rate REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
     select distinct ''order'', c.order_id
       from %I r
       join conversion c on c.partner_id = r.partner_id and c.converted_at >= r.starts_at
                        and (r.ends_at is null or c.converted_at < r.ends_at)
      where c.order_id is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.rate REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
     select distinct ''order'', c.order_id
       from %I r
       join conversion c on c.partner_id = r.partner_id and c.converted_at >= r.starts_at
                        and (r.ends_at is null or c.converted_at < r.ends_at)
      where c.order_id is not null');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.rate REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark_rates();

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.refund REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null', 'insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.refund REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null');

CREATE TRIGGER reconciliation_marks_truncates AFTER TRUNCATE ON public.refund FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark_everything();

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.refund REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null', 'insert into reconciliation_dirty (kind, key)
                        select distinct case when order_id is null then ''customer'' else ''order'' end, coalesce(order_id, customer_id)
                          from %I where coalesce(order_id, customer_id) is not null');

CREATE TRIGGER run_announced AFTER INSERT OR UPDATE OF status ON public.run FOR EACH ROW EXECUTE FUNCTION announce_run();

CREATE TRIGGER sandbox_delivery_announced AFTER INSERT ON public.sandbox_delivery FOR EACH ROW EXECUTE FUNCTION announce_delivery();

CREATE TRIGGER reconciliation_marks_deletes AFTER DELETE ON public.site_blacklist REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))');

CREATE TRIGGER reconciliation_marks_inserts AFTER INSERT ON public.site_blacklist REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))');

CREATE TRIGGER reconciliation_marks_updates AFTER UPDATE ON public.site_blacklist REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION reconciliation_mark('insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))', 'insert into reconciliation_dirty (kind, key)
         select distinct ''order'', c.order_id
           from %I b
           join conversion c on c.converted_at >= b.since
           left join partner p using (partner_id)
          where c.order_id is not null
            and (is_on_site(p.website, b.domain)
                 or exists (
                   select from click k
                    where k.partner_id = c.partner_id and k.click_id = c.click_id and is_on_site(k.referrer, b.domain)))');

CREATE TRIGGER fraud_marks_deletes AFTER DELETE ON public.site_event REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key, since, until)
                      select ''visitor'', visitor_id, min(occurred_at), max(occurred_at) from %I group by visitor_id');

CREATE TRIGGER fraud_marks_inserts AFTER INSERT ON public.site_event REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key, since, until)
                      select ''visitor'', visitor_id, min(occurred_at), max(occurred_at) from %I group by visitor_id');

CREATE TRIGGER fraud_marks_truncates AFTER TRUNCATE ON public.site_event FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark_everything();

CREATE TRIGGER fraud_marks_updates AFTER UPDATE ON public.site_event REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION fraud_mark('insert into fraud_touched (kind, key, since, until)
                      select ''visitor'', visitor_id, min(occurred_at), max(occurred_at) from %I group by visitor_id');

grant select on application to marginkeeper_agent;

grant select on application_consent to marginkeeper_agent;

grant select on application_picture to marginkeeper_agent;

grant select on application_profile to marginkeeper_agent;

grant select on application_site to marginkeeper_agent;

grant select on brand_picture to marginkeeper_agent;

grant select on click to marginkeeper_agent;

grant select on code to marginkeeper_agent;

grant select on code_rule to marginkeeper_agent;

grant select on commission_denied to marginkeeper_agent;

grant select on commission_hold to marginkeeper_agent;

grant select on control to marginkeeper_agent;

grant select on conversion to marginkeeper_agent;

grant select on conversion_key to marginkeeper_agent;

grant select on correction_check to marginkeeper_agent;

grant select on correction_job to marginkeeper_agent;

grant select on correction_journal to marginkeeper_agent;

grant select on correction_line to marginkeeper_agent;

grant select on coupon_source to marginkeeper_agent;

grant select on customer_first_order to marginkeeper_agent;

grant select on decision to marginkeeper_agent;

grant select on embedding to marginkeeper_agent;

grant select on event to marginkeeper_agent;

grant select on fraud_click_sketch to marginkeeper_agent;

grant select on fraud_conversion_sketch to marginkeeper_agent;

grant select on fraud_coverage to marginkeeper_agent;

grant select on fraud_dirty to marginkeeper_agent;

grant select on fraud_score to marginkeeper_agent;

grant select on fraud_scoring to marginkeeper_agent;

grant select on fraud_touched to marginkeeper_agent;

grant select on fx_rate to marginkeeper_agent;

grant select on inventory to marginkeeper_agent;

grant select on leak_case to marginkeeper_agent;

grant select on ledger_entry to marginkeeper_agent;

grant select on ledger_transaction to marginkeeper_agent;

grant select on mail to marginkeeper_agent;

grant select on mail_attachment to marginkeeper_agent;

grant select on mail_suppression to marginkeeper_agent;

grant select on order_line to marginkeeper_agent;

grant select on outbox to marginkeeper_agent;

grant select on partner to marginkeeper_agent;

grant select on partner_block to marginkeeper_agent;

grant select on precedent to marginkeeper_agent;

grant select on product to marginkeeper_agent;

grant select on programme to marginkeeper_agent;

grant insert, select on proposal to marginkeeper_agent;

grant insert, select on proposal_line to marginkeeper_agent;

grant select on rate to marginkeeper_agent;

grant select on receipt to marginkeeper_agent;

grant select on reconciliation_customer to marginkeeper_agent;

grant select on reconciliation_dirty to marginkeeper_agent;

grant select on reconciliation_exception to marginkeeper_agent;

grant select on reconciliation_line to marginkeeper_agent;

grant select on reconciliation_note to marginkeeper_agent;

grant select on reconciliation_sale to marginkeeper_agent;

grant select on reconciliation_state to marginkeeper_agent;

grant select on reconciliation_tally to marginkeeper_agent;

grant select on refund to marginkeeper_agent;

grant select on run to marginkeeper_agent;

grant select on run_step to marginkeeper_agent;

grant select on sandbox_delivery to marginkeeper_agent;

grant select on sighting to marginkeeper_agent;

grant select on site_blacklist to marginkeeper_agent;

grant select on site_event to marginkeeper_agent;

grant select on web_body to marginkeeper_agent;

grant select on web_capture to marginkeeper_agent;

grant select on work_thread to marginkeeper_agent;

grant select on work_thread_proposal to marginkeeper_agent;
