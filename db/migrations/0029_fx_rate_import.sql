-- Dated rates come in by files too: columns that a file has besides are kept, and its source may be missing.
alter table fx_rate add column extra jsonb;
alter table fx_rate alter column source set default '';
