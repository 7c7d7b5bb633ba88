-- What was imported, when and by whom stays as it was written: it is written once, when the import ends.
revoke update, delete on import_run from capacity_app, capacity_worker;
