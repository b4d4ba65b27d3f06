-- What was read of the web, and how sites want to be read.

-- Bodies by what is in them: a page that did not change is kept once.
create table web_body (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
  -- gzip; the hash is of what is inside.
  packed bytea not null,
  size_bytes integer not null check (size_bytes >= 0),
  created_at timestamptz not null default clock_timestamp()
);
alter table web_body alter column packed set storage external;

create table web_capture (
  capture_id uuid primary key,
  url text not null check (length(url) <= 8000),
  final_url text not null,
  fetched_at timestamptz not null,
  how text not null check (how in ('http', 'browser', 'disk')),
  how_reason text not null,
  -- Null when no answer came.
  status integer,
  content_type text,
  charset text,
  sha256 text not null references web_body,
  etag text,
  last_modified text,
  redirects jsonb not null,
  -- The earlier capture whose bytes these are, when the site said that nothing changed.
  same_as uuid,
  -- What is absent may still be on the page.
  is_partial boolean not null,
  -- A PNG, when one was asked for.
  screenshot bytea,
  error_code text,
  error_message text,
  created_at timestamptz not null default clock_timestamp(),
  check ((error_code is null) = (error_message is null))
);
alter table web_capture alter column screenshot set storage external;
-- By hash: a URL may be longer than an index takes.
create index web_capture_by_url on web_capture (md5(url), fetched_at desc);
create index web_capture_by_time on web_capture (fetched_at);
create index web_capture_by_body on web_capture (sha256);

-- When a host may be asked next, by whichever process books the turn.
create table web_host (
  host text primary key,
  next_at timestamptz not null
);

create table web_robots (
  origin text primary key,
  -- For the whole site when there is no file, or it cannot be had.
  rule text not null check (rule in ('file', 'allow', 'disallow')),
  body text not null,
  reason text not null,
  read_at timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on web_body, web_capture to marginkeeper_agent;
  end if;
end $$;
