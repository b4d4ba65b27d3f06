-- What platforms themselves say of applicants' profiles, where a key for their API is given.

create table application_profile (
  application_id uuid primary key,
  -- Of the application as given when its profile was looked up.
  sha256 text not null,
  -- As ObservedProfile; null when the platform could not be asked, with why.
  observed jsonb,
  reason text,
  looked_at timestamptz not null,
  check ((observed is null) = (reason is not null))
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on application_profile to marginkeeper_agent;
  end if;
end $$;
