import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { OwnLine } from '../types.ts';

/** The lines that the organization keeps itself, by number. */
export async function listOwnLines(db: Database): Promise<OwnLine[]> {
  const rows = await db.selectFrom('safety.own_lines').selectAll().orderBy('number').execute();
  return rows.map((row) => ({
    number: row.number,
    about:
      row.title_ja === null
        ? null
        : {
            words: {
              ja: row.title_ja,
              'ja-easy': row.title_ja_easy ?? '',
              en: row.title_en ?? '',
              'zh-Hans': row.title_zh_hans ?? '',
            },
            urgency: row.urgency === 'soon' ? 'soon' : 'advice',
          },
    hours: row.hours as OwnLine['hours'],
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    languages: row.languages,
    isFree: row.is_free,
    changedAt: row.changed_at,
  }));
}

/** Puts a line in the place of what the organization kept under its number. */
export async function saveOwnLine(tx: Tx, line: OwnLine, by: string): Promise<void> {
  const { about } = line;
  const facts = {
    title_ja: about?.words.ja ?? null,
    title_ja_easy: about?.words['ja-easy'] || null,
    title_en: about?.words.en ?? null,
    title_zh_hans: about?.words['zh-Hans'] || null,
    urgency: about?.urgency ?? null,
    hours: line.hours,
    opens_at: line.opensAt,
    closes_at: line.closesAt,
    languages: [...line.languages],
    is_free: line.isFree,
    changed_by: by,
    changed_at: line.changedAt,
  };
  await tx
    .insertInto('safety.own_lines')
    .values({ number: line.number, ...facts })
    .onConflict((conflict) => conflict.column('number').doUpdateSet(facts))
    .execute();
}

/** @returns whether there was one */
export async function deleteOwnLine(tx: Tx, number: string): Promise<boolean> {
  const gone = await tx.deleteFrom('safety.own_lines').where('number', '=', number).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}
