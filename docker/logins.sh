#!/bin/sh
# Runs once, in an empty database: the owner, who migrates and is no superuser, and the logins of app and worker.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" -v worker="$WORKER_PASSWORD" <<'SQL'
create role tracker_owner login createrole password :'owner';
create role capacity_app nologin;
create role capacity_worker nologin;
grant capacity_app, capacity_worker to tracker_owner with admin option;
create role tracker_app login password :'app' in role capacity_app;
create role tracker_worker login password :'worker' in role capacity_worker;
create database tracker owner tracker_owner;
SQL
