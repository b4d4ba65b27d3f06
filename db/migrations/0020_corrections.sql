-- Corrections that networks are told of: the rows of an approved plan, what became of each, and what the simulated network holds.

alter table commission_hold drop constraint commission_hold_kind_check;
alter table commission_hold add constraint commission_hold_kind_check check (kind in ('hold', 'clawback', 'correct'));

-- The plan of an executed correction, as its hash bound it; written by the executor.
create table correction_line (
  proposal_id uuid not null,
  -- Hash of network, transaction and the state aimed at.
  correction_key text not null check (correction_key ~ '^[0-9a-f]{64}$'),
  network text not null,
  transaction_id text not null,
  -- Before, after, reason, money effect.
  correction jsonb not null,
  primary key (proposal_id, correction_key)
);

-- What is known of each row that was sent, or was about to be.
create table correction_journal (
  action_id uuid not null,
  correction_key text not null,
  entry jsonb not null,
  written_at timestamptz not null default now(),
  primary key (action_id, correction_key)
);

-- What a second look at the network showed, after it had taken a row.
create table correction_check (
  action_id uuid not null,
  correction_key text not null,
  -- 'done': it stands as aimed at. 'differs': the network took it and shows something else.
  state text not null check (state in ('done', 'not_yet', 'differs', 'missing', 'unseen')),
  sentence text not null,
  looks integer not null default 1,
  checked_at timestamptz not null,
  primary key (action_id, correction_key)
);

-- The demo's network: transactions as corrections left them. Simulated.
create table sandbox_transaction (
  network text not null,
  transaction_id text not null,
  state jsonb not null,
  idempotency_key text not null,
  changed_at timestamptz not null default now(),
  primary key (network, transaction_id)
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on correction_line, correction_journal, correction_check to marginkeeper_agent;
  end if;
end $$;
