import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../platform/parts/person-part.ts';
import { Link } from '../../../ui/index.ts';
import { listConcernsWith } from '../concerns/store/lists.ts';
import { trustStaffMessages } from '../messages.ts';
import { trustPaths } from '../paths.ts';
import type { Concern } from '../types.ts';

/** Concerns about somebody and those they raised, and where they stand. */
export const trustPersonPart: PersonPart = {
  name: 'concerns',
  title: trustStaffMessages.label('ties_concerns'),
  order: 90,
  way: {
    label: trustStaffMessages.label('ties_trust'),
    href: (personId) => housePaths.trustPerson({ id: personId }),
  },
  async list(db, whom, window) {
    const { rows, next } = await listConcernsWith(db, whom, window);
    return {
      rows: rows.map((concern) => (
        <Line concern={concern} isAbout={concern.aboutPersonId === whom.personId} />
      )),
      next,
    };
  },
};

function Line({ concern, isAbout }: { concern: Concern; isAbout: boolean }): VNode {
  const t = useWords(trustStaffMessages);
  return (
    <>
      <Link href={trustPaths.concern({ id: concern.id })}>{useFormats().dayTime(concern.raisedAt)}</Link>{' '}
      <span class="quiet">
        {t(isAbout ? 'ties_about' : 'ties_raised')} ·{' '}
        {t(concern.state === 'closed' ? 'ties_closed' : 'ties_open')}
      </span>
    </>
  );
}
