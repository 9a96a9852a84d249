import { type RawBuilder, sql } from 'kysely';

/** Whether the donor `d` has these words in their name, kana or mail address, of whatever case. */
export function isNamed(words: string): RawBuilder<boolean> {
  const part = words.toLowerCase();
  return sql<boolean>`(position(${part} in lower(d.name)) > 0 or position(${part} in lower(coalesce(d.kana, ''))) > 0
    or position(${part} in coalesce(d.email, '')) > 0)`;
}
