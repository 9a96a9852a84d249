import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { Ability, LanguageSkill } from '../types.ts';

/** What somebody can do in each language, the ones they speak best first. */
export async function listLanguages(db: Database, personId: string): Promise<LanguageSkill[]> {
  const rows = await db
    .selectFrom('people.languages')
    .select(['language', 'speak', 'read', 'write', 'phone'])
    .where('person_id', '=', personId)
    .orderBy('speak', 'desc')
    .orderBy('language')
    .execute();
  return rows.map(({ language, ...skills }) => ({
    language,
    ...(skills as Record<keyof typeof skills, Ability>),
  }));
}

/** Puts these languages in the place of the ones somebody had. */
export async function replaceLanguages(
  tx: Tx,
  personId: string,
  skills: readonly LanguageSkill[],
): Promise<void> {
  await tx.deleteFrom('people.languages').where('person_id', '=', personId).execute();
  if (skills.length === 0) return;
  await tx
    .insertInto('people.languages')
    .values(skills.map((skill) => ({ person_id: personId, ...skill })))
    .execute();
}
