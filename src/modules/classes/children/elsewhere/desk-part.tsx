import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../../platform/parts/desk-part.ts';
import { PersonName } from '../../../../ui/index.ts';
import { dayInJapan } from '../../../people/index.ts';
import { childrenPaths } from '../paths.ts';
import { missingOn } from '../rules/complete.ts';
import { listSeatsBetween } from '../store/ahead.ts';
import { findChildren } from '../store/children.ts';
import { listHidingPlace } from '../store/guardianships.ts';
import { findWholeChildren } from '../store/whole.ts';
import { childrenStaffMessages } from '../words.ts';

type ShownChild = {
  readonly name: string;
  /** Milliseconds of the class; 0 where it is about none. */
  readonly at: number;
};

/** A family is told a week before; what is still missing two days before is a coordinator's to ask. */
const TWO_DAYS = { hours: 48 };
/** Nobody waits longer with such a worry. */
const A_DAY = { hours: 24 };

/** For coordinators: children of whom something is missing for a class that is near, and places to be kept from somebody. */
export const childrenDesk: Pick<DeskPart, 'ask' | 'sayKind' | 'cells'> = {
  async ask(db, { personId, roles, now }) {
    if (!roles.has('coordinator')) return null;
    const seats = await listSeatsBetween(db, { from: now, until: now.add(TWO_DAYS) });
    // Nobody finds their own child here: the page behind a row is none of theirs.
    const whole = (await findWholeChildren(db, [...new Set(seats.map(({ childId }) => childId))])).filter(
      ({ guardianships }) => !guardianships.some((one) => one.personId === personId),
    );
    const byId = new Map(whole.map((one) => [one.child.id, one]));
    const hiding = await listHidingPlace(db, personId);
    const hidden = await findChildren(
      db,
      hiding.map(({ childId }) => childId),
    );
    const base = { urgency: 1, whose: null } as const;
    const items: DeskItem<ShownChild>[] = [
      ...seats.flatMap(({ childId, sessionId, startsAt }): DeskItem<ShownChild>[] => {
        const one = byId.get(childId);
        if (!one || missingOn(one, dayInJapan(startsAt)).length === 0) return [];
        return [
          {
            ...base,
            ...{ id: `child-${childId}-${sessionId}`, kind: 'child_incomplete', act: 'child_incomplete' },
            ...{ breaksAt: startsAt, href: childrenPaths.desk({ id: childId }) },
            subjectIds: [one.child.answeredBy],
            what: () => ({ name: one.child.name, at: startsAt.epochMilliseconds }),
          },
        ];
      }),
      ...hiding.flatMap(({ childId, saidAt }): DeskItem<ShownChild>[] => {
        const child = hidden.get(childId);
        if (!child) return [];
        return [
          {
            ...base,
            ...{ id: `place-${childId}`, kind: 'place_hidden', act: 'place_hidden', isWorry: true },
            ...{ breaksAt: saidAt.add(A_DAY), href: childrenPaths.desk({ id: childId }) },
            subjectIds: [child.answeredBy],
            what: () => ({ name: child.name, at: 0 }),
          },
        ];
      }),
    ];
    return askingDesk({}, () => ({ items }));
  },
  sayKind: (kind, locale) =>
    childrenStaffMessages.in(locale).plain(kind === 'place_hidden' ? 'desk_hidden' : 'desk_incomplete'),
  cells({ act, what }: { readonly act: string; readonly what: ShownChild; readonly thisYear: number }) {
    const t = useWords(childrenStaffMessages);
    const { day } = useFormats();
    const title = (
      <b>
        <PersonName>{what.name}</PersonName>
      </b>
    );
    if (act === 'place_hidden')
      return { act: t('desk_hidden_act'), title, apart: what.name, facts: t('desk_hidden_facts') };
    return {
      ...{ act: t('desk_incomplete_act'), title, apart: what.name },
      facts: t('desk_incomplete_facts', { day: day(Temporal.Instant.fromEpochMilliseconds(what.at)) }),
    };
  },
};
