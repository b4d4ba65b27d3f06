-- Jobs that networks make of the corrections they take: asked about until they end, whoever is alive to ask.

create table correction_job (
  action_id uuid not null,
  -- The network's id of it.
  job text not null,
  -- 'unknown': the network knows no such job. 'overdue': it had not ended after days; nobody asks any more.
  state text not null default 'running' check (state in ('running', 'done', 'failed', 'unknown', 'overdue')),
  -- Rows that the network counts as refused, named or not; null until it ended.
  errors integer check (errors >= 0),
  -- Those that it names: transaction id to its reason.
  refused jsonb not null default '{}' check (jsonb_typeof(refused) = 'object'),
  -- Why it failed, or why the last question had no answer; a sentence.
  problem text,
  -- Questions so far; whoever claims the next one counts it first.
  polls integer not null default 0 check (polls >= 0),
  -- When it is asked about next: while somebody asks, when that claim is over.
  next_at timestamptz not null default now(),
  given_at timestamptz not null default now(),
  ended_at timestamptz,
  primary key (action_id, job),
  check ((state = 'running') = (ended_at is null))
);
create index correction_job_running on correction_job (next_at) where state = 'running';

-- Taken before jobs were kept.
insert into correction_job (action_id, job, given_at)
select action_id, entry ->> 'job', min(written_at)
  from correction_journal
 where entry ->> 'state' = 'accepted' and entry ->> 'job' is not null
 group by action_id, entry ->> 'job';

-- 'refused': the network said so, and a second look showed no change.
alter table correction_check drop constraint correction_check_state_check;
alter table correction_check add constraint correction_check_state_check
  check (state in ('done', 'not_yet', 'differs', 'missing', 'unseen', 'refused'));

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on correction_job to marginkeeper_agent;
  end if;
end $$;
