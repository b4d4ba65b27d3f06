-- Coupon codes in the wild: which sites are watched, what they show, which leaks that makes, and what was decided against them.

-- Without scheme, www, port and path, in lower case; null when there is no address.
create function host_of(address text) returns text language sql immutable parallel safe as $$
  select nullif(regexp_replace(regexp_replace(lower(address), '^[a-z]+://', ''), '^www\.|[/:?#].*$', '', 'g'), '')
$$;

create table coupon_source (
  source_id uuid primary key default gen_random_uuid(),
  url text not null unique check (length(url) <= 2000),
  -- A page, the results of a search, or a feed.
  kind text not null check (kind in ('page', 'search', 'feed')),
  -- Host of the site.
  publisher text not null,
  -- Whose site it is, where that is known.
  partner_id text,
  every_minutes integer not null check (every_minutes between 5 and 43200),
  next_check_at timestamptz not null,
  checked_at timestamptz,
  checks integer not null default 0,
  -- Body of the last capture that came whole.
  capture_sha256 text,
  last_error jsonb,
  failures integer not null default 0,
  added_by text not null,
  is_simulated boolean not null default false,
  created_at timestamptz not null default clock_timestamp(),
  removed_at timestamptz
);
create index coupon_source_due on coupon_source (next_check_at) where removed_at is null;

create table sighting (
  sighting_id uuid primary key default gen_random_uuid(),
  source_id uuid not null references coupon_source,
  page_url text not null,
  publisher text not null,
  -- As the page shows it: a stranger's words.
  observed text not null,
  merchant text,
  discount text,
  expires date,
  masked boolean not null,
  -- The page itself calls it expired or withdrawn.
  retired boolean not null,
  -- The code of ours that is meant; null when none is likely enough.
  code text,
  candidates text[] not null default '{}',
  probability numeric not null check (probability between 0 and 1),
  match_how text not null,
  -- Where in the page's text it stands; null when it does not stand there in one piece.
  quote jsonb,
  -- The page before: as it showed the code last.
  capture_sha256 text not null,
  first_capture_sha256 text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  gone_at timestamptz,
  -- The page after: as it no longer showed the code.
  gone_capture_sha256 text,
  unique (source_id, observed)
);
create index sighting_by_code on sighting (code, first_seen_at);
create index sighting_recent on sighting (last_seen_at desc, sighting_id);

create table leak_case (
  case_id uuid primary key default gen_random_uuid(),
  sighting_id uuid not null unique references sighting,
  code text not null,
  owner_partner_id text,
  publisher text not null,
  verdict text not null check (verdict in
    ('leak_by_owner', 'leak_by_customer', 'public', 'allowed', 'retired_still_shown', 'unclear')),
  reasons text[] not null,
  facts jsonb not null,
  state text not null check (state in ('open', 'closed')),
  before_capture_sha256 text not null,
  after_capture_sha256 text,
  opened_at timestamptz not null,
  judged_at timestamptz not null,
  closed_at timestamptz
);
create index leak_case_recent on leak_case (opened_at desc, case_id);
create index leak_case_by_owner on leak_case (owner_partner_id) where verdict = 'leak_by_owner';

-- What was decided about a code. `retired`: nobody but its owner earns with it any more; `zero_non_owner`: the same while it runs on.
create table code_rule (
  code text not null,
  kind text not null check (kind in ('retired', 'zero_non_owner')),
  since timestamptz not null,
  proposal_id uuid not null references proposal,
  -- What was issued instead.
  successor text,
  previous_ends_at timestamptz,
  lifted_at timestamptz,
  primary key (code, kind, since)
);

create table site_blacklist (
  domain text not null check (domain = lower(domain)),
  since timestamptz not null,
  proposal_id uuid not null references proposal,
  lifted_at timestamptz,
  primary key (domain, since)
);

-- Conversions that earn nothing because of a decision about their code or their site, from the moment of that decision.
create view commission_denied as
select c.partner_id, c.network, c.conversion_id, c.converted_at, r.proposal_id,
       case r.kind when 'retired' then 'retired_code' else 'not_the_owner' end as reason
  from conversion c
  join code_rule r on upper(btrim(c.code)) = upper(btrim(r.code)) and r.lifted_at is null and c.converted_at >= r.since
  left join code k on k.code = r.code
 where k.owner_partner_id is distinct from c.partner_id
union all
select c.partner_id, c.network, c.conversion_id, c.converted_at, b.proposal_id, 'blacklisted_site'
  from site_blacklist b
  join conversion c on c.converted_at >= b.since
  join partner p using (partner_id)
 where b.lifted_at is null
   and (host_of(p.website) = b.domain or host_of(p.website) like '%.' || b.domain
        or exists (
          select from click k
           where k.partner_id = c.partner_id and k.click_id = c.click_id
             and (host_of(k.referrer) = b.domain or host_of(k.referrer) like '%.' || b.domain)));

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on coupon_source, sighting, leak_case, code_rule, site_blacklist, commission_denied to marginkeeper_agent;
  end if;
end $$;
