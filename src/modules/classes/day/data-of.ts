import { formatsIn } from '../../../platform/languages/formats.tsx';
import type { DataOf } from '../../../platform/rights/data-of.ts';
import { listChildrenOf } from '../children/store/children.ts';
import { lettersOf } from './learning/rules/steps.ts';
import { listCanDo, listRecords } from './store/learning.ts';
import { dayMessages } from './words.ts';

/** What a guardian is given of what their children did and learned. */
export const dayDataOf: DataOf = async (db, { id, locale }) => {
  const t = dayMessages.in(locale);
  const { list } = formatsIn(locale);
  const days: object[] = [];
  for (const child of await listChildrenOf(db, id)) {
    for (const { startsAt, activities, phrases, said } of await listRecords(db, child.id))
      days.push({
        ...{ child_name: child.name, starts_at: startsAt },
        activities: list(activities.map((one) => t.plain(`activity_${one}`))),
        phrases: phrases.map((one) => t.plain(`phrase_${one}`)).join(' '),
        said,
      });
    for (const { step, since } of await listCanDo(db, child.id))
      days.push({
        child_name: child.name,
        starts_at: since,
        step: lettersOf(step) ?? t.plain(`step_${step as 'words'}`),
      });
  }
  return { class_days: days };
};
