-- What is read of connected networks and shops, how far it was read, and the calls that were made for it.

create table connection_stream (
  -- As the command line names it.
  system text not null,
  stream text not null,
  -- A fingerprint of the account: another account is read from its beginning.
  account text not null,
  -- All before this moment was read and loaded; null before the first reading.
  complete_until timestamptz,
  -- Where the reading that is under way, or was broken off, goes to; null when the last one came to its end.
  reads_until timestamptz,
  next_at timestamptz not null,
  -- Who reads it now; a reader that is silent past this moment has died.
  claimed_by text,
  claimed_until timestamptz,
  tried_at timestamptz,
  succeeded_at timestamptz,
  -- Failed readings in a row.
  failures integer not null default 0 check (failures >= 0),
  -- Why the last reading failed, a sentence; null when it did not.
  problem text,
  -- Sentences about what the last reading could not have.
  gaps jsonb not null default '[]' check (jsonb_typeof(gaps) = 'array'),
  -- Since this account was connected.
  rows_read bigint not null default 0,
  rows_changed bigint not null default 0,
  primary key (system, stream),
  check ((claimed_by is null) = (claimed_until is null))
);

-- Records that could not be read or loaded; the rest went on.
create table connection_set_aside (
  system text not null,
  stream text not null,
  -- The system's id of the record, or a fingerprint of it.
  record_key text not null,
  problem text not null,
  -- The record as it came, cut where it is long.
  raw text not null,
  seen_at timestamptz not null,
  primary key (system, stream, record_key)
);

-- Calls of the last minutes, for all processes that use an account; times of the database's clock, milliseconds.
create table connection_account (
  account text primary key,
  calls float8[] not null default '{}'
);
