-- Why a location is closed: by its register's own word, or because a whole register did not name it.
alter table location add missing_since date;

-- How many places an upload may close or empty, as whoever confirmed it agreed.
alter table import_upload add close int check (close >= 0);
