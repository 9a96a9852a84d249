import { isBorrowedName } from '../../japanese/borrowed-name.ts';
import { readFurigana, stripFurigana } from '../../japanese/furigana.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { Refusal } from '../../platform/refusal.ts';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { readSetting } from '../../platform/settings/settings.ts';

/**
 * Refuses names that are the organization's or an office's.
 * @param names by the field in which they were typed; null for one left empty
 * @returns `name_is_an_office` for each field with such a name
 */
export async function refuseBorrowedNames(
  db: Database,
  names: Readonly<Record<string, string | null>>,
): Promise<Refusal[]> {
  const { name, nameInEasyJapanese, nameInEnglish, nameInChinese, shortName } = await readSetting(
    db,
    organizationSetting,
  );
  const easy = [stripFurigana(nameInEasyJapanese), readFurigana(nameInEasyJapanese)];
  const houses = [name, ...easy, nameInEnglish, nameInChinese, shortName].filter((one) => one !== '');
  return Object.entries(names).flatMap(([field, typed]) =>
    typed !== null && isBorrowedName(typed, houses) ? [{ code: 'name_is_an_office', field }] : [],
  );
}
