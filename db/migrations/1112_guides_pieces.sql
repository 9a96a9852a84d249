-- Whose words each piece of a language is, and of which piece of the Japanese: a machine that renews the rest leaves a person's
-- as they are. By the name of the part, or the step's id and title or text; of the Japanese itself nothing.
alter table guides.words add column pieces jsonb not null default '{}';

-- What is there: each piece of the origin that the whole had, made of the Japanese of its revision.
create function pg_temp.pieces_in(words jsonb) returns table (name text, said text) language sql as $$
  select key, value #>> '{}' from jsonb_each(words - 'steps')
  union all
  select step.key || '.' || piece.key, piece.value #>> '{}'
  from jsonb_each(words -> 'steps') step, jsonb_each(step.value) piece
$$;
update guides.words w set pieces = (
  select coalesce(jsonb_object_agg(own.name, jsonb_build_object('origin', w.origin,
    'of', left(encode(sha256(convert_to(coalesce(source.said, ''), 'UTF8')), 'hex'), 16))), '{}')
  from pg_temp.pieces_in(w.words) own
  left join (guides.revisions r cross join lateral pg_temp.pieces_in(r.words) source)
    on r.guide_id = w.guide_id and r.number = w.based_on and source.name = own.name)
where w.locale <> 'ja';
