import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import type { AboutToAsk } from '../../../platform/parts/before-asking.ts';
import { NO_WORDS } from '../guide/reading.ts';
import type { Category, Guide, Translation } from '../types.ts';

/** What a guide is called in each language, without its words. */
export type Titled = Pick<Guide, 'slug' | 'category' | 'translations'>;

/** Guides to some kinds of help, a few to each: those to a municipality first, then those to everywhere, the newest first. */
export async function listTitlesFor(
  db: Database,
  { helpKinds, municipalityCode }: AboutToAsk,
  most: number,
): Promise<Titled[]> {
  const { rows } = await sql<{ slug: string; category: Category; titles: Titles }>`
    select g.slug, g.category, (
      select jsonb_object_agg(t.locale, jsonb_build_object('title', w.words -> 'title', 'behind', t.behind))
      from guides.translations t join guides.words w using (guide_id, locale) where t.guide_id = g.id) as titles
    from (
      select id, slug, category, row_number() over (partition by category
        order by municipality_code is null, published_at desc, id desc) as place
      from guides.guides
      where state = 'published' and category = any(${[...helpKinds]}::text[])
        and (municipality_code is null or municipality_code = ${municipalityCode}::text)) g
    where g.place <= ${most}
    order by g.category, g.place`.execute(db);
  return rows.map(({ slug, category, titles }) => {
    const of = ({ title, behind }: Titles[string]) => ({
      ...{ words: { ...NO_WORDS, title }, origin: 'written', basedOn: 1, behind },
    });
    const told = Object.entries(titles).map(([locale, one]) => [locale, of(one)]);
    return { slug, category, translations: Object.fromEntries(told) as Guide['translations'] };
  });
}
type Titles = Readonly<Record<string, { readonly title: string; readonly behind: Translation['behind'] }>>;
