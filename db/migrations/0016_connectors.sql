-- What shops and networks send by themselves. Each message is kept as it came until it is applied, once.

create table webhook_event (
  system text not null,
  -- The sender's id of this message; the same id again is the same message again.
  event_id text not null,
  topic text not null,
  received_at timestamptz not null,
  body bytea,
  -- received: waits; applied; superseded: a newer state was here already; ignored: tells nothing that we keep; failed.
  state text not null default 'received' check (state in ('received', 'applied', 'superseded', 'ignored', 'failed')),
  -- Why it was ignored or failed, a sentence.
  reason text,
  applied_at timestamptz,
  primary key (system, event_id),
  -- What was applied stands in the tables it went to.
  check ((state in ('received', 'failed')) = (body is not null))
);
create index webhook_event_waiting on webhook_event (received_at, event_id) where state = 'received';

-- The newest state of a shop's order that was applied: messages arrive in any order.
create table webhook_version (
  system text not null,
  -- The sender's own id of the order.
  resource_id text not null,
  version timestamptz not null,
  -- What the order is called here.
  order_id text not null,
  primary key (system, resource_id)
);
