import type { Database } from '../../../../platform/database/connect.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { type Call, get, missing, page, type Route } from '../../../../platform/web/route.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { findRequest } from '../../store/requests.ts';
import { type Fitting, MOST_SHOWN, previewVolunteers } from '../find-fitting.ts';
import { FittingPage } from './fitting-page.tsx';

/** Who fits a request and who doesn't. */
export const fittingRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskRequestVolunteers,
    access: ['coordinator'],
    audit: 'spot.fitting.viewed',
    async handle(call) {
      const found = await loadFitting(call);
      if (!found) return missing();
      const { fitting, body } = found;
      const ids = [...fitting.ranked, ...fitting.excluded].map(({ volunteerId }) => volunteerId);
      await call.audit({ subjectIds: ids, object: { kind: 'spot.request', id: call.params.id } });
      return page(deskMessages.in(call.locale).plain('fitting_title'), body);
    },
  }),
];

async function loadFitting({
  db,
  locale,
  now,
  params,
}: Pick<Call<{ id: string }, unknown, Database>, 'db' | 'locale' | 'now' | 'params'>) {
  const request = await findRequest(db, params.id);
  if (!request) return null;
  const all = await previewVolunteers(db, request.id, now);
  const fitting: Fitting = { ...all, excluded: all.excluded.slice(0, MOST_SHOWN) };
  const persons = await findPersons(
    db,
    [...fitting.ranked, ...fitting.excluded].map(({ volunteerId }) => volunteerId),
  );
  const names = new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
  const { waveSize } = await readSetting(db, spotSetting);
  const body = (
    <FittingPage
      request={request}
      fitting={fitting}
      names={names}
      waveSize={waveSize}
      excludedCount={all.excluded.length}
      now={now}
    />
  );
  return { fitting, body };
}
