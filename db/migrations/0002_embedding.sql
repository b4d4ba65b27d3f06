-- What a text means, as 512 numbers, so that similar ones can be found.
--
-- Two homes, one of which is used: `embedding` on every server, searched exactly by our own process, and
-- `embedding_hnsw` where the server has pgvector.

-- One row a kind. Its number grows with every change, and holding its lock makes changes of a kind visible in order.
create table embedding_change (
  kind text primary key,
  change_no bigint not null
);

create table embedding (
  kind text not null,
  ref_id text not null,
  -- Of the text that was embedded: unchanged text need not be embedded again. Null once removed.
  content_hash text,
  -- 512 little-endian 32-bit floats of length 1. Null: removed, and kept so that caches of other processes hear of it.
  vector bytea check (octet_length(vector) = 2048),
  change_no bigint not null,
  created_at timestamptz not null default now(),
  primary key (kind, ref_id),
  check ((vector is null) = (content_hash is null))
);
create index embedding_changes on embedding (kind, change_no);
-- The numbers do not compress; trying costs time at every insert.
alter table embedding alter column vector set storage external;

-- Makes the second home where the extension is there or may be made. False where it is not; called at each migrate,
-- so that an extension that was installed later is taken up.
create function embedding_use_pgvector() returns boolean language plpgsql as $$
declare
  strictly text;
begin
  if to_regclass('embedding_hnsw') is not null then
    return true;
  end if;
  if not exists (select from pg_available_extensions where name = 'vector') then
    return false;
  end if;
  begin
    create extension if not exists vector;
  exception when insufficient_privilege then
    return false;
  end;
  execute $ddl$
    create table embedding_hnsw (
      kind text not null,
      ref_id text not null,
      content_hash text not null,
      vector vector(512) not null,
      created_at timestamptz not null default now(),
      primary key (kind, ref_id)
    )
  $ddl$;
  execute 'create index embedding_hnsw_vector on embedding_hnsw using hnsw (vector vector_cosine_ops)';
  -- The index finds neighbours of any kind; it goes on looking until enough are of the kind asked for (from 0.8 on).
  select case when string_to_array(extversion, '.')::integer[] >= array[0, 8] then 'set hnsw.iterative_scan = strict_order' else '' end
    into strictly from pg_extension where extname = 'vector';
  execute format($ddl$
    create function embedding_nearest(query vector, of_kind text, at_most integer)
      returns table (ref_id text, similarity double precision)
      language plpgsql stable set plan_cache_mode = force_custom_plan set hnsw.ef_search = 200 %s as $body$
    begin
      return query
        select near.ref_id, 1 - (near.vector <=> query)
          from embedding_hnsw near
         where near.kind = of_kind
         order by near.vector <=> query
         limit at_most;
    end $body$
  $ddl$, strictly);
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on embedding_hnsw to marginkeeper_agent;
  end if;
  return true;
end $$;

select embedding_use_pgvector();

do $$
begin
  if exists (select from pg_roles where rolname = 'marginkeeper_agent') then
    grant select on embedding to marginkeeper_agent;
  end if;
end $$;
