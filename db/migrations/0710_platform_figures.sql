-- Figures over all there ever was: counted every few minutes, not at every look. Nobody's name; `rows` is what the
-- statement that counts has said.
create table platform.figures (
  name text primary key check (char_length(name) between 1 and 80),
  rows jsonb not null check (jsonb_typeof(rows) = 'array'),
  counted_at timestamptz not null
);
grant select, insert, update on platform.figures to otonari_app;
