-- A face, when somebody wishes: what they show of themselves beside their name. A small square picture, kept as every photo is.
create table people.portraits (
  person_id uuid primary key references people.persons on delete cascade,
  file_id uuid not null unique references platform.files on delete cascade,
  changed_at timestamptz not null
);

grant select, insert, update, delete on people.portraits to otonari_app;
