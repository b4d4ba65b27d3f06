-- Decisions of people that have been learned: their cases stand in the vector store under `decision:<kind>`.

create table precedent (
  proposal_id uuid primary key references proposal,
  kind text not null,
  -- The newest decision of a person that was learned; a later one is learned again.
  decision_id bigint not null references decision,
  learned_at timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on precedent to marginkeeper_agent;
  end if;
end $$;
