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
import { DAYS, SPANS } from './span.ts';

/** The visits of a day or of the week that begins on it, with names; also on paper. */
export const dayRoutes: readonly Route[] = [
  get({
    path: spotPaths.deskVisits,
    access: ['coordinator'],
    audit: 'spot.visits.listed',
    query: z.object({ day: day.optional(), span: z.enum(SPANS).default('day').catch('day') }),
    async handle(call) {
      const { db, now, fields } = call;
      const { timeZone } = await rememberedSetting(db, spotSetting);
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      const shown = fields.day ?? today;
      const { span } = fields;
      const days = DAYS[span];
      const visits = await listVisitsOn(db, shown, { timeZone, days });
      const ids = [...new Set(visits.flatMap((one) => [one.requesterId, one.volunteerId]))];
      const persons = await findPersons(db, ids);
      const names = new Map([...persons].map(([id, person]) => [id, callName(person, call.locale)]));
      await call.audit({ subjectIds: ids, object: { kind: 'spot.day', id: `${shown}` }, detail: { days } });
      const title = deskMessages.in(call.locale).plain('day_title');
      return page(title, <DayPage day={shown} {...{ today, visits, names, now, span }} />);
    },
  }),
];
