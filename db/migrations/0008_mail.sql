-- Mail in and out: what came, what we wrote, where we stand in each folder, and whom we write to no more.

create table mail (
  mail_id uuid primary key default gen_random_uuid(),
  -- Made of Message-ID, sender, date, subject, words and attachments: two copies of one mail have the same.
  dedupe_key text not null unique,
  -- The sender's own claim, without brackets.
  message_id text,
  -- Another mail came before with the same Message-ID and other content.
  is_message_id_repeated boolean not null default false,
  thread_id uuid not null,
  direction text not null check (direction in ('in', 'out')),
  -- imap:<account>/<folder>, file, http, demo or outbox.
  source text not null,
  received_at timestamptz not null,
  -- In: the Date line, as claimed. Out: when the server took it.
  sent_at timestamptz,
  from_address text not null default '',
  from_name text not null default '',
  to_addresses text[] not null default '{}',
  subject text not null default '',
  -- Without Re: and Fwd:, folded; empty when that leaves nothing to go by.
  subject_key text not null default '',
  parsed jsonb,
  -- {code, message} of a mail that could not be read.
  unreadable jsonb,
  raw_sha256 text not null check (raw_sha256 ~ '^[0-9a-f]{64}$'),
  raw_size_bytes bigint not null,
  status text not null default 'new' check (status in
    ('new', 'working', 'triaged', 'needs_review', 'answered', 'ignored', 'handled')),
  triage jsonb,
  partner_id text,
  intent text,
  route text,
  -- The action that sent it; null for mail that came in.
  action_id uuid unique references outbox,
  is_simulated boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  check ((parsed is null) <> (unreadable is null))
);
create index mail_recent on mail (received_at desc, mail_id);
create index mail_new on mail (received_at, mail_id) where status = 'new' and direction = 'in';
create index mail_by_thread on mail (thread_id, received_at);
create index mail_by_partner on mail (partner_id, received_at desc) where partner_id is not null;
create index mail_by_subject on mail (from_address, subject_key, received_at desc) where subject_key <> '';
create index mail_written_to on mail using gin (to_addresses) where direction = 'out';
-- Hashed: a Message-ID may be longer than an index row.
create index mail_by_message_id on mail (md5(message_id)) where message_id is not null;

-- The bytes as they came, gzip, up to a cap; beside the mail, so that no agent reads them.
create table mail_raw (
  mail_id uuid primary key references mail on delete cascade,
  bytes bytea not null,
  is_cut boolean not null
);

-- Which conversation a Message-ID belongs to, whether or not that mail ever came here.
create table mail_reference (
  message_id_sha256 text primary key,
  thread_id uuid not null
);

create table mail_attachment (
  mail_id uuid not null references mail on delete cascade,
  part_no integer not null,
  file_name text not null,
  content_type text not null,
  size_bytes bigint not null,
  sha256 text not null,
  -- Pictures only, up to a cap; null for everything else.
  bytes bytea,
  primary key (mail_id, part_no)
);

-- How far each folder has been read.
create table mail_box (
  account text not null,
  folder text not null,
  -- A folder that was made anew has another; its numbers begin again.
  uid_validity bigint,
  last_uid bigint not null default 0,
  checked_at timestamptz,
  -- {code, message} of the last attempt; null when it went well.
  error jsonb,
  next_try_at timestamptz,
  primary key (account, folder)
);

-- Addresses, in lower case, that get no mail from us any more.
create table mail_suppression (
  address text primary key check (address = lower(address)),
  reason text not null check (reason in ('unsubscribe', 'bounce', 'complaint', 'manual')),
  since timestamptz not null,
  mail_id uuid references mail
);

-- Signs the links under which one leaves. One row, made here, so that every process signs alike; 244 random bits.
create table unsubscribe_key (
  unsubscribe_key_id smallint primary key default 1 check (unsubscribe_key_id = 1),
  key_text text not null
);
insert into unsubscribe_key (key_text)
values (replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''));

create index proposal_by_mail on proposal ((effect ->> 'mailId')) where kind = 'mail.reply';
create index rate_by_proposal on rate ((extra ->> 'proposalId')) where extra is not null;

create index partner_by_email on partner (lower(email)) where email is not null;

create function announce_mail() returns trigger language plpgsql as $$
begin
  perform pg_notify('marginkeeper', json_build_object('topic', 'mail', 'id', new.mail_id, 'status', new.status)::text);
  return null;
end $$;
create trigger mail_announced after insert or update of status on mail
  for each row execute function announce_mail();

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on mail, mail_attachment, mail_suppression to marginkeeper_agent;
  end if;
end $$;
