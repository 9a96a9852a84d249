import type { Database } from '../../../platform/database/connect.ts';
import { findAvailability, listLanguages, type Person } from '../../people/index.ts';
import type { Standing } from '../types.ts';

/** What is not known of somebody and keeps them from being asked, though every step is taken. */
export type Unready = 'languages' | 'town' | 'times' | 'insurance';

/** What is still to be said before an approval has an effect: nobody without languages, town and times is ever asked. */
export async function findUnready(
  db: Database,
  person: Person,
  { standing, today }: { readonly standing: Standing; readonly today: Temporal.PlainDate },
): Promise<readonly Unready[]> {
  const languages = await listLanguages(db, person.id);
  const { weekly, exceptions } = await findAvailability(db, person.id, today);
  const hasTimes = weekly.length > 0 || exceptions.some(({ isAvailable }) => isAvailable);
  return [
    ...(languages.length === 0 ? (['languages'] as const) : []),
    ...(person.town === null ? (['town'] as const) : []),
    ...(hasTimes ? [] : (['times'] as const)),
    ...(standing.needsInsurance && standing.insurance === null ? (['insurance'] as const) : []),
  ];
}
