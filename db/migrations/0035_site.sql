-- What was read of the sites that applicants name: start page and newest posts, as their audit has it.

create table application_site (
  application_id uuid primary key,
  -- Of the application as given when its site was read.
  sha256 text not null,
  -- The site is what applies; else an account that also names one.
  is_applicant boolean not null,
  -- As ObservedSite; null when it was not looked at, with why.
  observed jsonb,
  reason text,
  looked_at timestamptz not null,
  check ((observed is null) = (reason is not null))
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on application_site to marginkeeper_agent;
  end if;
end $$;
