import { sql } from 'kysely';
import { callName, dayInJapan, findPersons } from '../../src/modules/people/index.ts';
import { question } from '../../src/platform/database/questions.ts';
import { type Figure, lastCounted } from '../../src/platform/figures.ts';
import { TIME_ZONE } from '../../src/platform/languages/formats.tsx';
import { useFormats, useWords } from '../../src/platform/languages/reading.tsx';
import type { Ahead } from '../../src/platform/parts/ahead.ts';
import { askingDesk, type DeskPart } from '../../src/platform/parts/desk-part.ts';
import type { NavigationEntry } from '../../src/platform/parts/navigation.ts';
import type { PersonPart } from '../../src/platform/parts/person-part.ts';
import type { PublicPart } from '../../src/platform/parts/public-part.ts';
import type { SignInFor } from '../../src/platform/parts/sign-in-for.ts';
import { Card, Link, PersonName } from '../../src/ui/index.ts';
import { walkPaths } from './paths.ts';
import type { Walk } from './rules.ts';
import { listWaiting, listWalksOf } from './store.ts';
import { walkMessages } from './words.ts';

const MOST_ON_DESK = 20;

/** Walks on which nobody comes along yet, for the coordinators. */
export const walkDesk: DeskPart = {
  name: 'walks',
  async ask(db, { roles, locale, now }) {
    if (!roles.has('coordinator')) return null;
    const waiting = await listWaiting(db, dayInJapan(now), MOST_ON_DESK + 1);
    const proposers = await findPersons(
      db,
      waiting.map(({ proposerId }) => proposerId),
    );
    const nameOf = (id: string) => {
      const person = proposers.get(id);
      return person ? callName(person, locale) : '';
    };
    const items = waiting.slice(0, MOST_ON_DESK).map((walk) => ({
      id: `walk-${walk.id}`,
      kind: 'alone',
      act: 'find_companion',
      urgency: 1 as const,
      breaksAt: walk.onDay.toZonedDateTime(TIME_ZONE).toInstant(),
      href: walkPaths.walk(walk),
      whose: null,
      subjectIds: [walk.proposerId],
      what: () => ({ name: nameOf(walk.proposerId), onDay: walk.onDay.toString() }),
    }));
    return askingDesk({}, () => ({ items, isCut: waiting.length > MOST_ON_DESK }));
  },
  sayKind: (_kind, locale) => walkMessages.in(locale).plain('alone'),
  cells({ what: { name, onDay } }: { readonly what: { readonly name: string; readonly onDay: string } }) {
    const t = useWords(walkMessages);
    return {
      act: t('find_companion'),
      apart: name,
      title: (
        <b>
          <PersonName>{name}</PersonName>
        </b>
      ),
      facts: t('walk_on', { day: useFormats().day(Temporal.PlainDate.from(onDay)) }),
    };
  },
};

/** Somebody’s next walks, on their page. */
export const walkAhead: Ahead = async (db, { personId, now }) => {
  const { rows } = await listWalksOf(db, personId, { after: null, limit: 5 });
  const ahead = rows.filter(({ onDay }) => Temporal.PlainDate.compare(onDay, dayInJapan(now)) >= 0);
  return {
    items: ahead.map((walk) => ({
      at: walk.onDay.toZonedDateTime(TIME_ZONE).toInstant(),
      card: (
        <Card level={2} title={<WalkLink {...walk} />}>
          <p>{walk.meetingPlace}</p>
        </Card>
      ),
    })),
  };
};

/** Somebody’s walks, on the coordinator’s page of them. */
export const walkPersonPart: PersonPart = {
  name: 'walks',
  title: walkMessages.label('walks'),
  order: 60,
  async list(db, { personId }, window) {
    const { rows, next } = await listWalksOf(db, personId, window);
    return { rows: rows.map((walk) => <WalkLink {...walk} />), next };
  },
};

function WalkLink({ id, onDay }: Walk) {
  return (
    <Link href={walkPaths.walk({ id })}>
      {useWords(walkMessages)('walk_on', { day: useFormats().day(onDay) })}
    </Link>
  );
}

/** How many walks there were in a year: counted now and then. */
export const walkFigure: Figure<number> = {
  name: 'walks.year',
  asks: (now) =>
    question<{ count: number }, number>(
      sql`select count(*) as count from walks.walks where created_at > ${now.subtract({ hours: 365 * 24 })}`,
      ([row]) => Number(row?.count ?? 0),
    ),
};

/** The way to walks and how many there were, on the home page. */
export const walkPublicPart: PublicPart = {
  order: 40,
  way: { href: walkPaths.walks(), label: walkMessages.label('walks') },
  figures: {
    asks: (now) => lastCounted(walkFigure, now),
    say: (count: number) => [
      {
        label: useWords(walkMessages)('figure_walks'),
        value: useFormats().count(count),
        formula: useWords(walkMessages)('figure_walks'),
      },
    ],
  },
};

export const walkNavigation: readonly NavigationEntry[] = [
  {
    href: walkPaths.walks(),
    label: walkMessages.label('walks'),
    places: ['header'],
    roles: ['resident', 'volunteer'],
    order: 60,
  },
];

/** What signing in is for on the way to a form of this module. */
export const walkSignInFor: readonly SignInFor[] = [
  { href: walkPaths.walksNew(), title: walkMessages.label('propose') },
];
