import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { updatePerson } from '../persons/store.ts';
import type { JapaneseLevel, LanguageSkill, Person } from '../types.ts';
import { listLanguages, replaceLanguages } from './store.ts';

/** Changes what somebody can do in languages other than Japanese; Japanese has a page of its own. */
export async function changeLanguages(
  tx: Tx,
  personId: string,
  skills: readonly LanguageSkill[],
): Promise<Outcome<null>> {
  const japanese = (await listLanguages(tx, personId)).filter(({ language }) => language === 'ja');
  await replaceLanguages(tx, personId, [...japanese, ...skills.filter(({ language }) => language !== 'ja')]);
  return accept(null);
}

/** Changes how somebody speaks Japanese by the self-check, and what they can read, fill in and say on the telephone. */
export async function changeJapanese(
  tx: Tx,
  person: Person,
  change: { speaking: JapaneseLevel; easesJapanese: boolean; skills: readonly LanguageSkill[] },
): Promise<Outcome<null>> {
  const others = (await listLanguages(tx, person.id)).filter(({ language }) => language !== 'ja');
  // What somebody speaks is in the self-check alone, so that it is never said twice.
  const japanese = change.skills
    .filter(({ language }) => language === 'ja')
    .map((skill) => ({ ...skill, speak: 0 as const }));
  await updatePerson(tx, person, { japaneseSpeaking: change.speaking, easesJapanese: change.easesJapanese });
  await replaceLanguages(tx, person.id, [...japanese, ...others]);
  return accept(null);
}
