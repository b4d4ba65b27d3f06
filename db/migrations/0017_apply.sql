-- Applications by our own form: which consent each was given under. Pictures of applicants, and of the brand.

create table application_consent (
  application_id uuid primary key,
  -- Which text was consented to, in which language, and its hash as it stood on the page.
  version text not null,
  language text not null,
  text_sha256 text not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
  given_at timestamptz not null,
  -- Of whoever sent the form, keyed, so that no address is kept.
  sender_hash text not null check (sender_hash ~ '^[0-9a-f]{64}$')
);

-- Forms that were sent, for the limits by sender and day; swept after some days.
create table application_form (
  application_form_id bigint generated always as identity primary key,
  sender_hash text not null,
  sent_at timestamptz not null
);
create index application_form_sent on application_form (sent_at);

create table apply_key (
  apply_key_id smallint primary key default 1 check (apply_key_id = 1),
  key_text text not null
);
insert into apply_key (key_text)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

-- What was seen of the pictures of an application's posts.
create table application_picture (
  application_id uuid not null,
  -- Of its post, from 1.
  place integer not null check (place between 1 and 100),
  -- Of the application as given when it was looked at.
  sha256 text not null,
  state text not null check (state in ('seen', 'broken', 'absent')),
  -- A sentence of ours, where nothing was seen.
  reason text,
  -- Perceptual, 16 hexadecimal digits.
  hash text check (hash ~ '^[0-9a-f]{16}$'),
  look jsonb,
  -- A small WebP of our own encoding.
  shown bytea check (octet_length(shown) <= 200000),
  primary key (application_id, place),
  check ((state = 'seen') = (hash is not null and look is not null and shown is not null))
);

-- The brand's reference board, as it was read from the files that the policy names, or painted for the demo.
create table brand_picture (
  place integer primary key check (place between 1 and 100),
  name text not null,
  look jsonb not null,
  shown bytea not null check (octet_length(shown) <= 200000),
  is_simulated boolean not null default false
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on application_picture, brand_picture, application_consent to marginkeeper_agent;
  end if;
end $$;
