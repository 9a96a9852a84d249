-- What was explained by name and amount alone is shown to the treasurer, the last first: without reading all that was explained.
create index bank_explanations_by_name on giving.bank_explanations (explained_at desc, id desc)
  where explained_by = 'name' and undone_at is null;
