import type { VNode } from 'preact';
import { instantAt } from '../../../platform/clock.ts';
import { lastCounted } from '../../../platform/figures.ts';
import type { Plain } from '../../../platform/languages/keep-drawn.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  askingDesk,
  type DeskCells,
  type DeskItem,
  type DeskPart,
} from '../../../platform/parts/desk-part.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { languageName } from '../../people/index.ts';
import { availableByMunicipality } from '../../trust/index.ts';
import { deskMessages } from '../desk/words.ts';
import { Town } from '../offer/town.tsx';
import { spotPaths } from '../paths.ts';
import type { NextAct } from '../rules/next-act.ts';
import { spotSetting } from '../settings.ts';
import { type DeskRow, deskOf } from '../store/lists/desk.ts';
import { spotMessages } from '../words.ts';
import { mapSection, todaySection } from './desk-sections.tsx';

/** What a row shows of a request: fewer facts to tell one table from another by, and fewer changes that redraw it. */
type ShownRequest = Pick<DeskRow, 'category' | 'talkLanguages' | 'durationMinutes' | 'state'> &
  Pick<DeskRow, 'placeKind' | 'municipalityCode' | 'town' | 'askedCount' | 'unansweredCount'> & {
    readonly stateSince: number;
    readonly [name: string]: Plain;
  };
type Row = { readonly act: string; readonly what: ShownRequest };

/** Requests that need somebody's act; the visits of today; where help is asked for and who could come. */
export const spotDesk: DeskPart = {
  name: 'spot',
  async ask(db, { personId, now }) {
    const settings = await rememberedSetting(db, spotSetting);
    const questions = {
      desk: deskOf({ readerId: personId, now, settings }),
      available: lastCounted(availableByMunicipality, now),
    };
    return askingDesk(questions, ({ desk, available }) => ({
      items: desk.rows.map(toItem),
      isCut: desk.isCut,
      sections: [todaySection(desk.visits, now), mapSection(desk, available)],
    }));
  },
  sayAct: (act, locale) => deskMessages.in(locale).plain(`next_${act as NextAct['act']}`),
  cells,
  ways: [
    { href: spotPaths.deskRequests(), label: (locale) => deskMessages.in(locale).plain('search_title') },
  ],
};

function toItem(row: DeskRow): DeskItem<ShownRequest> {
  const { category, talkLanguages, durationMinutes, state, stateSince } = row;
  const { placeKind, municipalityCode, town, askedCount, unansweredCount, next } = row;
  return {
    ...next,
    id: `request-${row.requestId}`,
    isWorry: next.act === 'look_into_worry',
    href: spotPaths.deskRequest({ id: row.requestId }),
    whose: row.coordinatorId,
    what: {
      ...{ category, talkLanguages, durationMinutes, state, stateSince: stateSince.epochMilliseconds },
      ...{ placeKind, municipalityCode, town, askedCount, unansweredCount },
    },
  };
}

function cells({ act, what }: Row): DeskCells {
  const category = useWords(spotMessages)(`category_${what.category}`);
  return {
    act: useWords(deskMessages)(`next_${act as NextAct['act']}`),
    apart: (
      <>
        {category} · <Where what={what} />
      </>
    ),
    what: (
      <>
        <div>{category}</div>
        <Languages what={what} />
      </>
    ),
    where: <Where what={what} />,
    state: <State what={what} />,
  };
}

function Languages({ what }: { what: ShownRequest }): VNode {
  const formats = useFormats();
  const locale = useLocale();
  const languages = what.talkLanguages.map((language) => languageName(language, locale));
  return (
    <div class="quiet">
      {languages.length > 0 ? formats.list(languages) : useWords(spotMessages)('easy_japanese_ok')} ·{' '}
      {formats.minutes(what.durationMinutes)}
    </div>
  );
}

function Where({ what }: { what: ShownRequest }): VNode | null {
  const spot = useWords(spotMessages);
  if (what.placeKind === 'place') return <Town place={what} />;
  return <span>{spot(`place_kind_${what.placeKind}`)}</span>;
}

function State({ what }: { what: ShownRequest }): VNode {
  const t = useWords(deskMessages);
  return (
    <>
      <div>{t(`state_${what.state}`)}</div>
      <div class="quiet">{t('since', { when: useFormats().day(instantAt(what.stateSince)) })}</div>
      {what.askedCount > 0 && what.state === 'open' && (
        <div class="quiet">{t('asked_count', { asked: what.askedCount, open: what.unansweredCount })}</div>
      )}
    </>
  );
}
