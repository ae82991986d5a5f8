-- the same file read by another mapping is another import
alter table import_run add column mapping_sha256 text not null default '';
create index import_run_by_content on import_run (content_sha256, mapping_sha256, source);
create index import_reject_by_line on import_reject (import_id, line);
