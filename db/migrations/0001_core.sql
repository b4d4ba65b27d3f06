-- The programme, what happens in it, and the path event → run → proposal → decision → effect → delivery → receipt.
-- One database is one programme. Ids are the source's own text; money is bigint micros beside an ISO 4217 code.

create table programme (
  programme_id smallint primary key default 1 check (programme_id = 1),
  name text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  time_zone text not null default 'UTC',
  is_demo boolean not null default false,
  -- Whole weeks by which the demo's times were moved; null outside the demo.
  demo_shift_weeks integer,
  demo_loaded_at timestamptz,
  created_at timestamptz not null default now()
);

create table partner (
  partner_id text primary key,
  name text not null,
  type text not null default 'other',
  network text not null default 'direct',
  status text not null default 'active' check (status in ('active', 'pending', 'blocked', 'offboarded')),
  tier text not null default 'maintain' check (tier in ('growth', 'maintain', 'purge')),
  website text,
  email text,
  country text,
  joined_at timestamptz,
  key_account boolean not null default false,
  extra jsonb
);

create table product (
  sku text primary key,
  name text,
  category text,
  price_micros bigint,
  unit_cost_micros bigint,
  fulfilment_cost_micros bigint,
  currency text not null,
  url text,
  extra jsonb
);

create table inventory (
  sku text not null,
  location text not null default '',
  on_hand integer not null,
  inbound integer not null default 0,
  as_of timestamptz not null,
  season_end date,
  extra jsonb,
  primary key (sku, location, as_of)
);

create table code (
  code text primary key,
  kind text,
  owner_partner_id text,
  percent_off numeric,
  amount_off_micros bigint,
  currency text,
  starts_at timestamptz,
  ends_at timestamptz,
  extra jsonb
);
create index code_owner on code (owner_partner_id);

create table rate (
  partner_id text not null,
  sku_group text not null default '',
  rate_bps integer not null check (rate_bps between 0 and 10000),
  starts_at timestamptz not null,
  ends_at timestamptz,
  extra jsonb,
  primary key (partner_id, sku_group, starts_at)
);

create table click (
  partner_id text not null,
  click_id text not null,
  sub_id text,
  visitor_id text,
  clicked_at timestamptz not null,
  landing_url text,
  referrer text,
  user_agent text,
  ip_hash text,
  device text,
  extra jsonb,
  primary key (partner_id, click_id, clicked_at)
) partition by range (clicked_at);
create index click_by_visitor on click (visitor_id, clicked_at);

create table conversion (
  partner_id text not null,
  network text not null default 'direct',
  conversion_id text not null,
  sub_id text,
  order_id text,
  click_id text,
  -- Null when the network does not say when the click was; then no time to conversion exists.
  clicked_at timestamptz,
  converted_at timestamptz not null,
  -- The network's own click-to-sale seconds where it sends them (Awin lapseTime); wins over the two stamps.
  lapse_seconds bigint,
  amount_micros bigint not null,
  commission_micros bigint not null,
  currency text not null,
  status text not null check (status in ('pending', 'approved', 'paid', 'reversed', 'reversed-provisional', 'unknown')),
  status_raw text not null,
  code text,
  customer_type text check (customer_type in ('new', 'returning')),
  device text,
  extra jsonb,
  primary key (partner_id, network, conversion_id, converted_at)
) partition by range (converted_at);
create index conversion_by_order on conversion (order_id);
create index conversion_by_click on conversion (click_id);

create table site_event (
  visitor_id text not null,
  occurred_at timestamptz not null,
  event text not null check (event in ('view', 'cart', 'checkout', 'purchase')),
  sku text not null default '',
  extra jsonb,
  primary key (visitor_id, occurred_at, event, sku)
);

create table order_line (
  order_id text not null,
  line_id text not null,
  customer_id text,
  visitor_id text,
  ordered_at timestamptz not null,
  delivered_at timestamptz,
  sku text,
  quantity integer not null,
  unit_price_micros bigint not null,
  discount_micros bigint not null default 0,
  currency text not null,
  code text,
  extra jsonb,
  primary key (order_id, line_id)
);
create index order_line_by_customer on order_line (customer_id, ordered_at);

create table refund (
  refund_id text not null,
  line_id text not null default '',
  order_id text,
  customer_id text,
  sku text,
  quantity integer not null,
  amount_micros bigint not null,
  currency text not null,
  refunded_at timestamptz not null,
  extra jsonb,
  primary key (refund_id, line_id)
);
create index refund_by_order on refund (order_id);

-- Each customer's first order over the longest history known, so that "new customer" can be computed.
create table customer_first_order (
  customer_id text primary key,
  first_ordered_at timestamptz not null
);

create table event (
  event_id uuid primary key default gen_random_uuid(),
  kind text not null,
  source text not null,
  external_id text not null,
  received_at timestamptz not null default now(),
  payload jsonb not null,
  unique (source, external_id)
);

create table run (
  run_id uuid primary key default gen_random_uuid(),
  workflow text not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'succeeded', 'failed', 'paused')),
  cause text not null check (cause in ('start', 'schedule', 'catch-up', 'person', 'event', 'chat')),
  requested_by text not null,
  input jsonb not null default '{}',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- Renewed while the run is worked on; a running row with an old heartbeat belongs to a dead process.
  heartbeat_at timestamptz,
  proposals integer not null default 0,
  counts jsonb not null default '{}',
  cost jsonb not null default '{"inputTokens": 0, "outputTokens": 0, "micros": "0", "currency": "USD"}',
  error jsonb
);
create index run_recent on run (created_at desc, run_id);
-- No overlap: one running or waiting run of a workflow at a time.
create unique index run_one_at_a_time on run (workflow) where status in ('queued', 'running');

create table run_step (
  run_id uuid not null references run,
  seq integer not null,
  kind text not null check (kind in ('node', 'agent', 'tool', 'model')),
  name text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}',
  error jsonb,
  primary key (run_id, seq)
);

create table proposal (
  proposal_id uuid primary key default gen_random_uuid(),
  kind text not null,
  status text not null default 'pending' check (status in
    ('pending', 'snoozed', 'approved', 'rejected', 'expired', 'superseded', 'executed', 'delivered', 'unknown', 'needs_person')),
  partner_id text,
  title text not null,
  summary text not null,
  effect jsonb not null,
  evidence jsonb not null,
  source jsonb,
  money_micros bigint,
  currency text,
  approvals_needed smallint not null default 1 check (approvals_needed in (1, 2)),
  proposed_by text not null,
  run_id uuid references run,
  workflow text not null,
  -- Which engine, prompt or rule wrote it, with versions: {engine, prompt, rules}.
  made_by jsonb not null,
  -- sha256 of everything a person is shown; a decision binds to it.
  shown_hash text not null check (shown_hash ~ '^[0-9a-f]{64}$'),
  -- Same wish, same key: at most one open row.
  dedupe_key text not null,
  supersedes uuid references proposal,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  snoozed_until timestamptz,
  decided_at timestamptz,
  check ((money_micros is null) = (currency is null))
);
create unique index proposal_one_open on proposal (dedupe_key) where status in ('pending', 'snoozed');
create index proposal_by_status on proposal (status, created_at desc, proposal_id);
create index proposal_by_partner on proposal (partner_id, created_at desc);

-- The conversions a proposal touches. Its effect carries their count, sum and hash, so approving binds them too.
create table proposal_line (
  proposal_id uuid not null references proposal,
  network text not null,
  conversion_id text not null,
  commission_micros bigint not null,
  currency text not null,
  primary key (proposal_id, network, conversion_id)
);

create table decision (
  decision_id bigint generated always as identity primary key,
  proposal_id uuid not null references proposal,
  decided_by text not null,
  -- token, session, policy or system: how the name was proven.
  by_kind text not null check (by_kind in ('token', 'session', 'policy', 'system')),
  decision text not null check (decision in ('approve', 'edit', 'reject', 'respond', 'snooze', 'undo', 'expire', 'supersede')),
  shown_hash text not null,
  edits jsonb,
  comment text check (length(comment) <= 4000),
  decided_at timestamptz not null default now()
);
create index decision_by_proposal on decision (proposal_id, decision_id);

-- One effect on its way out. action_id is the idempotency key everywhere outside.
create table outbox (
  action_id uuid primary key default gen_random_uuid(),
  proposal_id uuid not null unique references proposal,
  effect jsonb not null,
  target text not null,
  status text not null default 'waiting' check (status in ('waiting', 'queued', 'claimed', 'delivered', 'unknown', 'needs_person', 'cancelled')),
  -- The undo window: not executed before this moment.
  not_before timestamptz not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  claimed_by text,
  lease_until timestamptz,
  -- Grows with each claim; a late writer holding an older number is refused.
  fence bigint not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  delivered_at timestamptz
);
create index outbox_due on outbox (next_attempt_at) where status in ('waiting', 'queued', 'claimed');

create table receipt (
  action_id uuid primary key references outbox,
  proposal_id uuid not null references proposal,
  received_at timestamptz not null,
  body jsonb not null
);

-- Written by the sandbox network itself, in its own transaction, when something arrives.
create table sandbox_delivery (
  delivery_id uuid primary key default gen_random_uuid(),
  idempotency_key text not null unique,
  proposal_id uuid not null,
  kind text not null,
  body jsonb not null,
  arrived_at timestamptz not null default clock_timestamp()
);
create index sandbox_delivery_recent on sandbox_delivery (arrived_at desc, delivery_id);

create table ledger_transaction (
  transaction_id bigint generated always as identity primary key,
  kind text not null,
  source_key text not null unique,
  occurred_at timestamptz not null,
  memo jsonb not null default '{}'
);

create table ledger_entry (
  transaction_id bigint not null references ledger_transaction,
  entry_no integer not null,
  partner_id text not null,
  account text not null,
  amount_micros bigint not null,
  currency text not null,
  network text,
  conversion_id text,
  primary key (transaction_id, entry_no)
);
create index ledger_entry_by_partner on ledger_entry (partner_id, account);

create function ledger_transaction_balances() returns trigger language plpgsql as $$
begin
  if exists (
    select 1 from ledger_entry where transaction_id = new.transaction_id
    group by currency having sum(amount_micros) <> 0
  ) then
    raise exception 'ledger transaction % does not sum to zero', new.transaction_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger ledger_entry_balances after insert on ledger_entry
  deferrable initially deferred for each row execute function ledger_transaction_balances();

-- Commission that an approved proposal holds or claws back. The key stops a second hold on the same line.
create table commission_hold (
  network text not null,
  conversion_id text not null,
  kind text not null check (kind in ('hold', 'clawback')),
  partner_id text not null,
  proposal_id uuid not null references proposal,
  amount_micros bigint not null,
  currency text not null,
  held_at timestamptz not null default now(),
  primary key (network, conversion_id, kind)
);
create index commission_hold_by_partner on commission_hold (partner_id);

create table partner_block (
  partner_id text not null,
  -- Empty: the whole partner; else one sub-ID of a sub-network.
  sub_id text not null default '',
  blocked_at timestamptz not null,
  proposal_id uuid references proposal,
  lifted_at timestamptz,
  primary key (partner_id, sub_id, blocked_at)
);

create table audit (
  seq bigint primary key,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject text not null,
  facts jsonb not null,
  prev_hash text not null,
  hash text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();
create trigger ledger_entry_append_only before update or delete or truncate on ledger_entry
  for each statement execute function refuse_change();
create trigger ledger_transaction_append_only before update or delete or truncate on ledger_transaction
  for each statement execute function refuse_change();

-- The kill switch. One row.
create table control (
  control_id smallint primary key default 1 check (control_id = 1),
  paused boolean not null default false,
  changed_by text not null default 'start',
  changed_at timestamptz not null default now()
);
insert into control default values;

create table api_token (
  name text primary key,
  role text not null check (role in ('viewer', 'approver', 'admin')),
  token_hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

create table sign_in_link (
  link_hash text primary key,
  name text not null,
  role text not null check (role in ('viewer', 'approver', 'admin')),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- The shape connect-pg-simple expects.
create table session (
  sid varchar primary key,
  sess json not null,
  expire timestamp(6) not null
);
create index session_expire on session (expire);

-- What the agent role may do: look, and insert a proposal with its lines. An insert may supersede its own
-- pending predecessor; the agent cannot update a row itself, so the trigger does it with the owner's rights.
create function proposal_supersede() returns trigger language plpgsql security definer set search_path from current as $$
begin
  if new.supersedes is not null then
    update proposal set status = 'superseded', decided_at = new.created_at
     where proposal_id = new.supersedes and status in ('pending', 'snoozed') and dedupe_key = new.dedupe_key;
    if not found then
      raise exception 'proposal % can no longer be superseded', new.supersedes using errcode = 'check_violation';
    end if;
    insert into decision (proposal_id, decided_by, by_kind, decision, shown_hash, decided_at)
    select proposal_id, new.proposed_by, 'system', 'supersede', shown_hash, new.created_at
      from proposal where proposal_id = new.supersedes;
  end if;
  return new;
end $$;
create trigger proposal_supersedes before insert on proposal for each row execute function proposal_supersede();

-- An inserted proposal is pending, whoever inserts it: approval is never an insert.
create function proposal_starts_pending() returns trigger language plpgsql as $$
begin
  if new.status <> 'pending' then
    raise exception 'a proposal starts pending' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposal_pending before insert on proposal for each row execute function proposal_starts_pending();

do $$
begin
  if not exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    create role marginkeeper_agent nologin;
  end if;
exception
  when insufficient_privilege then
    raise warning 'this user may not create roles: the database fence round the agents is missing';
  -- Another database of the same cluster is being migrated at the same moment.
  when unique_violation or duplicate_object then
    null;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    execute format('grant marginkeeper_agent to %I', current_user);
  end if;
exception
  when insufficient_privilege then
    raise warning 'this user may not take the agents'' role: the database fence round the agents is missing';
  when unique_violation then
    null;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    execute format('grant usage on schema %I to marginkeeper_agent', current_schema());
    grant select on
      programme, partner, product, inventory, code, rate, click, conversion, site_event, order_line, refund,
      customer_first_order, event, run, run_step, proposal, proposal_line, decision, commission_hold, partner_block,
      ledger_transaction, ledger_entry, control
      to marginkeeper_agent;
    grant insert on proposal, proposal_line to marginkeeper_agent;
  end if;
end $$;
