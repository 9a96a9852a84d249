import { formRoutes } from '../../../kits/forms/index.ts';
import type { Actor } from '../../../platform/permissions.ts';
import { get, missing, page, post, type Route, redirect, refusedBy } from '../../../platform/web/route.ts';
import { dayInJapan, findPerson } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import type { Remover } from '../rules/removing.ts';
import { findSeason } from '../setting.ts';
import { listOpenings } from '../store/openings.ts';
import { seasonMessages } from '../words.ts';
import { collectOpening, removeOpening, verifyOpening } from './commands.ts';
import { openingForm } from './form.ts';
import { OpeningFormPage, OpeningsPage } from './page.tsx';

const access = ['volunteer', 'coordinator'] as const;
const KIND = 'season.opening';
const removerOf = ({ personId, roles }: Actor): Remover => ({
  personId: personId ?? '',
  isCoordinator: roles.has('coordinator'),
});

/** Which offices of wards and cities open: collected by one, checked by another, then shown to everybody. */
export const openingsRoutes: readonly Route[] = [
  get({
    path: seasonPaths.openings,
    access,
    audit: null,
    async handle({ db, actor, now, locale }) {
      const season = await findSeason(db, dayInJapan(now));
      if (!season) return missing();
      const openings = await listOpenings(db, season);
      const shown = <OpeningsPage openings={openings} reader={removerOf(actor)} />;
      return page(seasonMessages.in(locale).plain('collect_openings'), shown);
    },
  }),
  ...formRoutes({
    path: seasonPaths.openingNew,
    access,
    audit: 'season.opening.collected',
    of: openingForm,
    async begin({ db, actor, now }) {
      const season = await findSeason(db, dayInJapan(now));
      if (!season) return null;
      const municipalityCode = (await findPerson(db, actor.personId ?? ''))?.municipalityCode ?? '';
      return { municipalityCode, onDay: season.from };
    },
    show: ({ locale }, form) =>
      page(seasonMessages.in(locale).plain('opening_new'), <OpeningFormPage form={form} />),
    async save({ db, fields, actor, now, locale, audit }) {
      const season = await findSeason(db, dayInJapan(now));
      if (!season) return missing();
      const opening = { ...fields, phone: fields.phone || null, collectedBy: actor.personId ?? '' };
      const done = await collectOpening(db, opening, { season, now });
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ object: { kind: KIND, id: done.value } });
      const text = seasonMessages.in(locale).noted('opening_is_collected');
      return redirect(seasonPaths.openings(), { tone: 'done', text });
    },
  }),
  post({
    path: seasonPaths.openingVerification,
    access,
    audit: 'season.opening.verified',
    async handle({ db, params, actor, now, locale, audit }) {
      const by = { personId: actor.personId ?? '', on: dayInJapan(now) };
      const done = await verifyOpening(db, params.id, by);
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ object: { kind: KIND, id: params.id } });
      const text = seasonMessages.in(locale).noted('opening_is_verified');
      return redirect(seasonPaths.openings(), { tone: 'done', text });
    },
  }),
  post({
    path: seasonPaths.openingRemoval,
    access,
    audit: 'season.opening.removed',
    async handle({ db, params, actor, locale, audit }) {
      const done = await removeOpening(db, params.id, removerOf(actor));
      if (!done.ok) return refusedBy(done.refusal);
      await audit({ object: { kind: KIND, id: params.id } });
      const text = seasonMessages.in(locale).noted('opening_is_removed');
      return redirect(seasonPaths.openings(), { tone: 'done', text });
    },
  }),
];
