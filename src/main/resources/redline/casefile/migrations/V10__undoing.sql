-- What a publication changed, file by file, so that it can be undone: JSON among the originals.
alter table publication add column undo_sha char(64) references original (sha256);
