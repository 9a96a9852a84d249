import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { DataOf } from '../../../platform/rights/data-of.ts';
import { plainLanguageName } from '../../people/index.ts';
import { listChildrenOf } from './store/children.ts';
import { findWholeChildren } from './store/whole.ts';
import { childrenMessages } from './words.ts';

/** What a guardian is given of their children: what was said of each, and of themselves. Nothing of another guardian's answers, nor of bars. */
export const childrenDataOf: DataOf = async (db, { id, locale }) => {
  const t = childrenMessages.in(locale);
  const { list, plain } = formatsIn(locale);
  const ids = (await listChildrenOf(db, id)).map((child) => child.id);
  const all = await findWholeChildren(db, ids);
  return {
    class_children: all.map(({ child }) => ({
      child_name: child.name,
      birth_month: plain.month(child.birthMonth),
      child_languages: list(child.languages.map((code) => plainLanguageName(code, locale))),
      child_reading: t.plain(`reading_${child.reading}`),
      child_school: child.school,
      child_note: child.note,
      photos: t.plain(`photos_${child.photos}`),
    })),
    class_guardians: all.flatMap(({ child, guardianships }) =>
      guardianships
        .filter(({ personId }) => personId === id)
        .map((own) => ({
          child_name: child.name,
          child_relation: t.plain(`relation_${own.relation}`),
          child_phone: own.phone,
          child_decides: own.custody ? t.plain(`decides_${own.custody.decides}`) : '',
          child_not_told: own.custody?.notTold ?? '',
        })),
    ),
    class_fetchers: all.flatMap(({ child, fetchers }) =>
      fetchers.map((one) => ({
        child_name: child.name,
        fetcher_name: one.name,
        child_relation: t.plain(`relation_${one.relation}`),
        from_on: one.fromOn,
        until_on: one.untilOn,
      })),
    ),
    class_health: all.flatMap(({ child, notes }) =>
      notes.map((note) => ({
        child_name: child.name,
        kind: t.plain(`care_${note.kind}`),
        child_foods: list(note.foods.map((food) => t.plain(`food_${food}`))),
        health_what: note.what,
        health_do: note.whatToDo,
        consent_until: note.consentUntil,
      })),
    ),
  };
};
