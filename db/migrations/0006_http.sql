-- What the HTTP door needs: the key that signs session cookies, and word of what changed for `GET /events`.

-- One row. Made here, so that every process of one programme signs alike; 244 random bits.
create table session_key (
  session_key_id smallint primary key default 1 check (session_key_id = 1),
  key_text text not null
);
insert into session_key (key_text)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

create index session_by_person on session ((sess -> 'person' ->> 'name'));

-- Announcements hold ids and states only; whoever hears one asks for the rest under their own role.
-- They leave with the commit, and equal ones of one transaction leave once.
create function announce_proposal() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'proposal', 'id', new.proposal_id, 'status', new.status)::text);
  return null;
end $$;
create trigger proposal_announced after insert or update of status on proposal
  for each row execute function announce_proposal();

-- A first approval of two changes no status.
create function announce_decision() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'proposal', 'id', p.proposal_id, 'status', p.status)::text)
    from proposal p where p.proposal_id = new.proposal_id;
  return null;
end $$;
create trigger decision_announced after insert on decision
  for each row execute function announce_decision();

create function announce_run() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'run', 'id', new.run_id, 'status', new.status)::text);
  return null;
end $$;
create trigger run_announced after insert or update of status on run
  for each row execute function announce_run();

create function announce_delivery() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'delivery', 'id', new.delivery_id, 'proposalId', new.proposal_id)::text);
  return null;
end $$;
create trigger sandbox_delivery_announced after insert on sandbox_delivery
  for each row execute function announce_delivery();

create function announce_control() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'control', 'paused', new.paused)::text);
  return null;
end $$;
create trigger control_announced after update of paused on control
  for each row execute function announce_control();

-- The newest scoring of all partners, whole: `GET /api/fraud` shows it, the next one takes its place.
create table fraud_scoring (
  fraud_scoring_id smallint primary key default 1 check (fraud_scoring_id = 1),
  run_id uuid references run,
  as_of timestamptz not null,
  scored_at timestamptz not null,
  baseline jsonb not null
);
create table fraud_score (
  partner_id text primary key,
  -- 1 is the worst verdict with the most at risk.
  place integer not null unique,
  verdict text not null,
  score jsonb not null
);
