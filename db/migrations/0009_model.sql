-- Every call of a language model, with what it may take before it is made, and what it took after: the budget is their sum.

create table model_call (
  call_id uuid primary key default gen_random_uuid(),
  -- No reference: a call is counted whether or not its run is kept.
  run_id uuid,
  day date not null,
  engine text not null,
  prompt text not null,
  -- The most it may take while `reserved`; afterwards what the server counted, or the most where that is unclear.
  input_tokens bigint not null check (input_tokens >= 0),
  output_tokens bigint not null check (output_tokens >= 0),
  -- By the policy's prices at the time; null: no price was given.
  micros bigint check (micros >= 0),
  currency text not null,
  -- A row left at `reserved` is of a process that died in the call: it may have been billed, and counts.
  outcome text not null default 'reserved' check (outcome in ('reserved', 'answered', 'unusable', 'unclear', 'failed')),
  reserved_at timestamptz not null,
  settled_at timestamptz
);
create index model_call_by_day on model_call (day);
create index model_call_by_run on model_call (run_id) where run_id is not null;
