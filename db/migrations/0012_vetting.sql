-- Applications to the programme: what each applicant sent, what vetting says of it, and what became of it.

create table application (
  application_id uuid primary key default gen_random_uuid(),
  -- file, mail or demo.
  source text not null,
  -- What the source calls it.
  external_id text not null,
  received_at timestamptz not null,
  -- As given; strangers' words and claims.
  applicant jsonb not null,
  -- Of the application as given; another one means that it was sent again with something changed.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Where a letter may go, in lower case; null when the application names no address.
  email text check (email = lower(email)),
  -- What is compared with other applications, and the keys under which those with something in common are found.
  fingerprint jsonb not null,
  fingerprint_keys text[] not null default '{}',
  status text not null default 'new' check (status in
    ('new', 'working', 'vetted', 'needs_review', 'accepted', 'declined', 'asked')),
  vetting jsonb,
  -- The partner that it became.
  partner_id text,
  -- The mail that it came by.
  mail_id uuid references mail,
  is_simulated boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  unique (source, external_id)
);
create index application_open on application (received_at, application_id)
  where status in ('new', 'working', 'vetted', 'needs_review');
create index application_alike on application using gin (fingerprint_keys);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on application to marginkeeper_agent;
  end if;
end $$;
