import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { PersonPart } from '../../../platform/parts/person-part.ts';
import { Link } from '../../../ui/index.ts';
import { listApplicationsWith } from '../applications/store/list.ts';
import { pairsPaths } from '../paths.ts';
import type { Application } from '../types.ts';
import { pairsStaffMessages } from '../words.ts';

/** In which applications somebody is, and where one is entered for them; nobody finds their own here. */
export const pairsPersonPart: PersonPart = {
  name: 'pair-applications',
  title: pairsStaffMessages.label('ties_applications'),
  order: 40,
  way: {
    label: pairsStaffMessages.label('enter_application'),
    href: (id) => pairsPaths.deskApply({ id, side: 'resident' }),
  },
  async list(db, { personId, readerId }, window) {
    const { rows, next } = await listApplicationsWith(db, personId, window);
    const shown = rows.filter(({ memberIds }) => !memberIds.includes(readerId));
    return { rows: shown.map((application) => <Line application={application} />), next };
  },
};

function Line({ application }: { readonly application: Application }): VNode {
  const t = useWords(pairsStaffMessages);
  const { id, side, state, submittedAt } = application;
  return (
    <>
      <Link href={pairsPaths.deskApplication({ id })}>{useFormats().day(submittedAt)}</Link>{' '}
      <span class="quiet">
        {t(`side_${side}`)} · {t(`state_${state}`)}
      </span>
    </>
  );
}
