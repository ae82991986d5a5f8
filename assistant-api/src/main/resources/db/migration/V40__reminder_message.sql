-- what a sent reminder said, in the language it was sent in, and whether the citizen asked for other than the usual
alter table reminder add column message text;
