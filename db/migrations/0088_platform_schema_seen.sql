-- A process that has the application's role alone sees at its start whether this is the schema that it was built for.
grant select on public.migrations to otonari_app;
