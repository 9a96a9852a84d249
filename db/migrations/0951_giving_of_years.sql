-- Lists of the books of which something seldom is chosen: found without reading everything else of years.
create index gifts_by_channel on giving.gifts (channel, received_on desc, id desc);
create index receipts_by_state on giving.receipts (state, fiscal_year desc, number desc);
create index donors_by_kind on giving.donors (kind, created_at desc, id desc)
  where merged_into is null and forgotten_at is null;
