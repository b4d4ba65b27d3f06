-- Runs worked by several processes, their work items, and the threads that sleep until a person has decided.

alter table run
  -- Which process works on it; meaningful while the heartbeat is fresh.
  add column worker text,
  -- How often a process began to work on it; a run whose processes keep dying is given up.
  add column attempts integer not null default 0,
  add column step_count integer not null default 0,
  -- When it was handed to the job queue; null: not yet, so the next look hands it over.
  add column forwarded_at timestamptz,
  -- When its work items were known: what comes after never scores again.
  add column surveyed_at timestamptz,
  -- The moment of the schedule that it answers; null for other causes.
  add column due_at timestamptz;
-- However many processes watch the clock, one moment of a schedule makes one run.
create unique index run_once_per_due on run (workflow, due_at) where due_at is not null;

-- The work item a step was for; null for the run as a whole.
alter table run_step add column item text;

-- One work item (a partner, a mail) of one run: its own thread of the graph, so that a stuck one holds up nobody.
create table work_thread (
  thread_id text primary key,
  run_id uuid not null references run,
  workflow text not null,
  item text not null,
  status text not null default 'queued' check (status in ('queued', 'working', 'waiting', 'done', 'failed')),
  -- The newest decision the thread has acted on.
  seen_decision_id bigint not null default 0,
  error jsonb,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (run_id, item)
);
create index work_thread_by_status on work_thread (status, changed_at) where status in ('queued', 'working', 'waiting');

-- The proposals a thread answers for. A revised proposal joins its predecessor's thread.
create table work_thread_proposal (
  thread_id text not null references work_thread on delete cascade,
  proposal_id uuid not null references proposal,
  primary key (thread_id, proposal_id)
);
create index work_thread_proposal_by_proposal on work_thread_proposal (proposal_id);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on work_thread, work_thread_proposal to marginkeeper_agent;
  end if;
end $$;
