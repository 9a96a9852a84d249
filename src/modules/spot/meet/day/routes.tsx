import { z } from 'zod';
import { rememberedSetting } from '../../../../platform/settings/settings.ts';
import { day } from '../../../../platform/web/form-fields.ts';
import { get, page, type Route } from '../../../../platform/web/route.ts';
import { callName, findPersons } from '../../../people/index.ts';
import { deskMessages } from '../../desk/words.ts';
import { spotPaths } from '../../paths.ts';
import { spotSetting } from '../../settings.ts';
import { listVisitsOn } from '../../store/lists/visits-on.ts';
import { DayPage } from './day-page.tsx';

/** The visits of one day, with names; also on paper. */
export const dayRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskVisits,
    access: ['coordinator'],
    audit: 'spot.visits.listed',
    query: z.object({ day: day.optional() }),
    async handle(call) {
      const { db, now, fields } = call;
      const { timeZone } = await rememberedSetting(db, spotSetting);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const shown = fields.day ?? today;
      const visits = await listVisitsOn(db, shown, timeZone);
      const ids = [...new Set(visits.flatMap((one) => [one.requesterId, one.volunteerId]))];
      const persons = await findPersons(db, ids);
      const names = new Map([...persons].map(([id, person]) => [id, callName(person, call.locale)]));
      await call.audit({ subjectIds: ids, object: { kind: 'spot.day', id: shown.toString() } });
      const title = deskMessages.in(call.locale).plain('day_title');
      return page(title, <DayPage day={shown} today={today} visits={visits} names={names} now={now} />);
    },
  }),
];
