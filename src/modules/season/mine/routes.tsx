import { formRoutes } from '../../../kits/forms/index.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { daysLeft } from '../rules/days.ts';
import { findSeason } from '../setting.ts';
import { findAloneOf } from '../store/alone.ts';
import { listCallsAhead } from '../store/calls.ts';
import { findSupports, saveSupports } from '../store/supports.ts';
import { seasonMessages } from '../words.ts';
import { sayAlone, takeBackAlone } from './commands.ts';
import { findOwnDays, USUAL } from './find.ts';
import { aloneForm, readSupports, supportsForm, typeSupports } from './forms.tsx';
import { AlonePage, MinePage, SupportsPage } from './page.tsx';

const noted = (locale: Locale, key: 'alone_is_said' | 'alone_is_taken_back' | 'supports_are_saved') =>
  ({ tone: 'done', text: seasonMessages.in(locale).noted(key) }) as const;

/** One's own days, on whom one counts, and that one will be alone. */
export const mineRoutes: readonly Route[] = [
  get({
    path: seasonPaths.mine,
    access: 'person',
    audit: null,
    async handle({ db, actor, now, locale }) {
      const today = dayInJapan(now);
      const season = await findSeason(db, today);
      if (!season) return missing();
      const personId = actor.personId ?? '';
      const shown = {
        ...(await findOwnDays(db, { personId, season, now })),
        season,
        alone: await findAloneOf(db, personId),
        calls: (await listCallsAhead(db, personId, today)).filter((call) => call.residentId === personId),
      };
      return page(seasonMessages.in(locale).plain('my_days'), <MinePage {...shown} />);
    },
  }),
  ...formRoutes({
    path: seasonPaths.supports,
    access: 'person',
    audit: null,
    of: supportsForm,
    async begin({ db, actor, now }) {
      if (!(await findSeason(db, dayInJapan(now)))) return null;
      return typeSupports((await findSupports(db, actor.personId ?? '')) ?? USUAL);
    },
    show: ({ locale }, form) =>
      page(seasonMessages.in(locale).plain('supports_title'), <SupportsPage form={form} />),
    async save({ db, fields, actor, now, locale }) {
      const season = await findSeason(db, dayInJapan(now));
      if (!season) return missing();
      const supports = readSupports(fields);
      if ('code' in supports) return refusedBy(supports);
      await saveSupports(db, supports, { personId: actor.personId ?? '', endsOn: season.to, now });
      return redirect(seasonPaths.mine(), noted(locale, 'supports_are_saved'));
    },
  }),
  ...formRoutes({
    path: seasonPaths.alone,
    access: 'person',
    audit: 'season.alone.said',
    of: aloneForm([]),
    async begin({ db, actor, now }) {
      if (!(await findSeason(db, dayInJapan(now)))) return null;
      const alone = await findAloneOf(db, actor.personId ?? '');
      return alone
        ? { days: [...alone.days], ways: [...alone.ways], reach: alone.reach, note: alone.note }
        : {};
    },
    async show({ db, locale, now }, form) {
      const today = dayInJapan(now);
      const season = await findSeason(db, today);
      if (!season) return missing();
      const shown = <AlonePage form={form} days={daysLeft(season, today)} />;
      return page(seasonMessages.in(locale).plain('say_alone'), shown);
    },
    async save({ db, fields, actor, now, locale, audit }) {
      const today = dayInJapan(now);
      const season = await findSeason(db, today);
      if (!season) return missing();
      const { isAgreed: _, ...said } = fields;
      const done = await sayAlone(db, said, { season, today, byPersonId: actor.personId ?? '', now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ object: { kind: 'season.alone', id: done.value } });
      return redirect(seasonPaths.mine(), noted(locale, 'alone_is_said'));
    },
  }),
  post({
    path: seasonPaths.aloneWithdrawal,
    access: 'person',
    audit: 'season.alone.taken_back',
    async handle({ db, actor, now, locale, audit }) {
      const done = await takeBackAlone(db, { byPersonId: actor.personId ?? '', now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ object: { kind: 'season.alone', id: done.value } });
      return redirect(seasonPaths.mine(), noted(locale, 'alone_is_taken_back'));
    },
  }),
];
