-- Whether something is still to be looked into about a thing, and what somebody has raised.
create index concerns_by_object on trust.concerns (object_kind, object_id) where state <> 'closed';
create index concerns_by_raiser on trust.concerns (raised_by, raised_at desc) where raised_by is not null;
