-- Pages of the product whose words the organization writes itself: versions and showings as of everything else it says. Their
-- sections stand in `texts`, by language and key.
alter table site.articles drop constraint articles_kind_check, drop constraint articles_check1;
alter table site.articles
  add constraint articles_kind_check check (kind in ('news', 'board', 'statutes', 'report', 'page')),
  -- There is one board and one text of the statutes.
  add constraint articles_check1 check (kind in ('news', 'report', 'page') or slug = kind);
