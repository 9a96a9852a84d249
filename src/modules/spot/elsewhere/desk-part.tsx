import type { VNode } from 'preact';
import type { Database } from '../../../platform/database/connect.ts';
import type { Plain } from '../../../platform/languages/keep-drawn.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  askingDesk,
  type DeskCells,
  type DeskItem,
  type DeskPart,
} from '../../../platform/parts/desk-part.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { FirstWords, PersonName } from '../../../ui/index.ts';
import { callName, type Named, placeLinesOf, placeNameOf, plainLanguageName } from '../../people/index.ts';
import { deskMessages } from '../desk/words.ts';
import { spotPaths } from '../paths.ts';
import { DESK_KINDS, type NextAct, namesOnDesk } from '../rules/next-act.ts';
import { spotSetting } from '../settings.ts';
import { type DeskRow, deskOf, wordsOnDesk } from '../store/lists/desk.ts';
import { spotMessages } from '../words.ts';
import { todaySection, waitingSection } from './desk-sections.tsx';

/** What a row shows of a request: fewer facts to tell one row from another by, and fewer changes that redraw it. */
type ShownRequest = Pick<DeskRow, 'category' | 'talkLanguages' | 'durationMinutes' | 'state'> &
  Pick<DeskRow, 'placeKind' | 'municipalityCode' | 'town' | 'askedCount' | 'unansweredCount'> & {
    /** Who asked, and who said yes; null where the row does not name them. */
    readonly requester: string | null;
    readonly volunteer: string | null;
    readonly words: string | null;
    readonly [name: string]: Plain;
  };

/** Requests that need somebody's act; the visits of today; how many wait for which language. */
export const spotDesk: DeskPart = {
  name: 'spot',
  async ask(db, { personId, locale, now }) {
    const settings = await rememberedSetting(db, spotSetting);
    return askingDesk({ desk: deskOf({ readerId: personId, now, settings }) }, ({ desk }) => ({
      items: desk.rows.map((row) => toItem(row, db, locale)),
      isCut: desk.isCut,
      sections: [todaySection(desk.visits, { now, locale }), waitingSection(desk.waiting)],
    }));
  },
  sayKind: (kind, locale) => deskMessages.in(locale).plain(`kind_${kind as Kind}`),
  cells,
  ways: [
    {
      href: spotPaths.deskRequests(),
      label: deskMessages.label('search_title').plain,
      search: {
        field: 'q',
        label: deskMessages.label('search_name').plain,
        go: deskMessages.label('search_go').plain,
      },
    },
    { href: spotPaths.deskVisits(), label: deskMessages.label('visits_by_day').plain },
    { href: spotPaths.deskMap(), label: deskMessages.label('map_title').plain },
  ],
};

type Kind = (typeof DESK_KINDS)[NextAct['act']];

function toItem(row: DeskRow, db: Database, locale: Locale): DeskItem<ShownRequest> {
  const { next, coordinatorId, coordinator } = row;
  const named = namesOnDesk(next);
  const volunteer = named.volunteer && row.volunteerId ? [row.volunteerId] : [];
  return {
    ...next,
    id: `request-${row.requestId}`,
    kind: DESK_KINDS[next.act],
    isWorry: next.act === 'look_into_worry',
    href: spotPaths.deskRequest({ id: row.requestId }),
    whose: coordinatorId === null ? null : { id: coordinatorId, name: calledBy(coordinator, locale) },
    subjectIds: named.requester ? [row.requesterId, ...volunteer] : [],
    what: () => ({
      ...factsOf(row),
      requester: named.requester ? calledBy(row.requester, locale) : null,
      volunteer: named.volunteer ? calledBy(row.volunteer, locale) : null,
      words: named.requester ? wordsOnDesk(db, row) : null,
    }),
  };
}

function factsOf(row: DeskRow) {
  return {
    category: row.category,
    talkLanguages: row.talkLanguages,
    durationMinutes: row.durationMinutes,
    state: row.state,
    placeKind: row.placeKind,
    municipalityCode: row.municipalityCode,
    town: row.town,
    askedCount: row.askedCount,
    unansweredCount: row.unansweredCount,
  };
}

const calledBy = (person: Named | null, locale: Locale) =>
  (person && callName(person, locale)) || deskMessages.in(locale).plain('somebody');

function cells(item: { readonly act: string; readonly what: ShownRequest }): DeskCells {
  const { what } = item;
  const act = item.act as NextAct['act'];
  const spot = useWords(spotMessages);
  const locale = useLocale();
  const category = spot(`category_${what.category}`);
  const where =
    what.placeKind === 'place' ? placeLinesOf(what, locale) : [spot(`place_kind_${what.placeKind}`)];
  const isKindSaid = what.volunteer === null && what.words === null;
  const t = useWords(deskMessages);
  const kind = spot.plain(`category_${what.category}`);
  return {
    act: t(`do_${act}`),
    title: <Title act={act} what={what} category={category} />,
    apart: [what.requester ?? t.plain(`next_${act}`), kind, placeNameOf(what, locale)]
      .filter(Boolean)
      .join(' · '),
    facts: <Facts what={what} category={isKindSaid ? null : category} />,
    where,
  };
}

/** Who asked, and in their words or ours what for; who is to meet whom, and what came of it. */
function Title(props: { act: NextAct['act']; what: ShownRequest; category: Words }): VNode {
  const t = useWords(deskMessages);
  const { requester, volunteer, words } = props.what;
  if (requester === null) return <b>{props.category}</b>;
  const names = { requester: nameOf(requester), volunteer: nameOf(volunteer ?? '') };
  const told = `told_${props.act}`;
  if (deskMessages.has(told)) return <>{t(told, names)}</>;
  return (
    <>
      {names.requester} {words ? <FirstWords>{words}</FirstWords> : props.category}
    </>
  );
}

function nameOf(name: string): VNode {
  return (
    <b>
      <PersonName>{name}</PersonName>
    </b>
  );
}

function Facts({ what, category }: { what: ShownRequest; category: Words }): VNode {
  const t = useWords(deskMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const languages = what.talkLanguages.map((language) => plainLanguageName(language, locale));
  const parts = [
    category,
    languages.length > 0 ? formats.list(languages) : spot('easy_japanese_ok'),
    formats.minutes(what.durationMinutes),
    what.askedCount > 0 && ['open', 'unfilled'].includes(what.state)
      ? t('asked_count', { asked: what.askedCount, open: what.unansweredCount })
      : what.state !== 'submitted' && t(`state_${what.state}`),
  ].filter(Boolean);
  return (
    <>
      {parts.map((part, at) => (
        <>
          {at > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  );
}
