-- Conversations between a person and the service. They belong to the person who began them.

create table chat_thread (
  thread_id uuid primary key default gen_random_uuid(),
  owner text not null,
  -- The first words of its first message.
  title text not null,
  -- What the next turn has to know: the partner spoken of, what was asked and not answered yet.
  memory jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index chat_thread_recent on chat_thread (owner, updated_at desc, thread_id);

create table chat_message (
  thread_id uuid not null references chat_thread on delete cascade,
  seq integer not null check (seq > 0),
  role text not null check (role in ('person', 'agent')),
  text text not null,
  -- Of an agent's message: the sentences of the plan, the tools called, the rows named, the buttons offered.
  plan jsonb not null default '[]',
  tools jsonb not null default '[]',
  citations jsonb not null default '[]',
  choices jsonb not null default '[]',
  -- {engine, prompt} of an agent's message; null for a person's.
  made_by jsonb,
  created_at timestamptz not null,
  primary key (thread_id, seq)
);

-- What agents look at when a person asks why.
do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on fraud_scoring, fraud_score, sandbox_delivery to marginkeeper_agent;
  end if;
end $$;
