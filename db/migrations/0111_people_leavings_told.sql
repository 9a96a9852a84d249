-- When the programs were last told to end what lies ahead, before the erasure itself.
alter table people.leavings add column told_at timestamptz;
