import type { Database } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { type Call, get, missing, page, type Route, redirect } from '../../../../platform/web/route.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { findRequest } from '../../store/requests.ts';
import { MOST_SHOWN, previewVolunteers } from '../find-fitting.ts';
import { narrow } from '../rules/narrow.ts';
import { addressOf, Choosing } from './choosing.ts';
import { FittingPage } from './fitting-page.tsx';
import type { FittingProps } from './scene.ts';

/** Who fits a request and who doesn't. */
export const fittingRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskRequestVolunteers,
    access: ['coordinator'],
    audit: 'spot.fitting.viewed',
    query: Choosing,
    async handle(call) {
      const { params, fields } = call;
      if (fields.version) return redirect(addressOf(spotPaths.deskRequestVolunteers(params), fields));
      const found = await loadFitting(call);
      if (!found) return missing();
      const ids = [...found.shown, ...found.excluded].map(({ volunteerId }) => volunteerId);
      await call.audit({ subjectIds: ids, object: { kind: 'spot.request', id: params.id } });
      return page(deskMessages.in(call.locale).plain('fitting_title'), <FittingPage {...found} />);
    },
  }),
];

async function loadFitting({
  db,
  locale,
  now,
  params,
  fields,
}: Pick<
  Call<{ id: string }, Choosing, Database>,
  'db' | 'locale' | 'now' | 'params' | 'fields'
>): Promise<FittingProps | null> {
  const request = await findRequest(db, params.id);
  if (!request) return null;
  const fitting = await previewVolunteers(db, request.id, now);
  const excluded = fitting.excluded.slice(0, MOST_SHOWN);
  const ids = [...fitting.ranked, ...excluded].map(({ volunteerId }) => volunteerId);
  const persons = await findPersons(db, ids);
  const fits = fitting.ranked.map((one) => ({
    ...one,
    ward: persons.get(one.volunteerId)?.municipalityCode ?? null,
  }));
  const wanted = { ...fields, isPracticed: fields.practiced, isRested: fields.rested };
  return {
    request,
    fits,
    shown: narrow(fits, wanted, fields.volunteerIds),
    isCut: fitting.isCut,
    excluded,
    excludedCount: fitting.excluded.length,
    looked: fitting.looked,
    chosen: fields,
    names: new Map([...persons].map(([id, person]) => [id, callName(person, locale)])),
    waveSize: (await readSetting(db, spotSetting)).waveSize,
    now,
  };
}
