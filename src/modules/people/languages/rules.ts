import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type Ability, type JapaneseLevel, type LanguageSkill, TASKS } from '../types.ts';
import { isKnownLanguage } from './known.ts';

/** The words of the form for the four abilities, in order of the numbers they stand for. */
export const ABILITY_WORDS = ['none', 'a_little', 'yes', 'well'] as const;
export type AbilityWord = (typeof ABILITY_WORDS)[number];

/**
 * The languages of a form in which each answer is named `languages.<code>.<task>`. A language in which somebody can
 * do nothing is left out. Refuses an answer that the form does not offer; other fields are not its business.
 */
export function readSkills(fields: Readonly<Record<string, unknown>>): Outcome<LanguageSkill[]> {
  const found = new Map<string, Record<string, Ability>>();
  for (const [name, value] of Object.entries(fields)) {
    const [group, code = '', task = ''] = name.split('.');
    if (group !== 'languages') continue;
    const ability = ABILITY_WORDS.indexOf(value as AbilityWord);
    if (!isKnownLanguage(code) || !TASKS.some((known) => known === task) || ability === -1) {
      return refuse('value_does_not_fit', {}, 'languages');
    }
    found.set(code, { ...found.get(code), [task]: ability as Ability });
  }
  const skills = [...found].map(
    ([language, abilities]) =>
      ({ language, speak: 0, read: 0, write: 0, phone: 0, ...abilities }) as LanguageSkill,
  );
  return accept(skills.filter((skill) => TASKS.some((task) => skill[task] > 0)));
}

/** The same in the words of the form, by language and task. */
export function writeSkills(skills: readonly LanguageSkill[]): Record<string, Record<string, AbilityWord>> {
  return Object.fromEntries(
    skills.map((skill) => [
      skill.language,
      Object.fromEntries(TASKS.map((task) => [task, ABILITY_WORDS[skill[task]]])) as Record<
        string,
        AbilityWord
      >,
    ]),
  );
}

/** Whether somebody has surely said how they speak Japanese: none is also what stands there before they are asked. */
export function hasSaidJapanese(speaking: JapaneseLevel, skills: readonly LanguageSkill[]): boolean {
  return speaking !== 'none' || skills.some(({ language }) => language === 'ja');
}

/** The key of the word for an ability in the staff catalog. */
export function levelKeyOf(ability: Ability): `level_${AbilityWord}` {
  return `level_${ABILITY_WORDS[ability]}`;
}
