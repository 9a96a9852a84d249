import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import {
  type Call as Asked,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { findPersons } from '../../people/index.ts';
import { personsKeptApart } from '../../trust/index.ts';
import { arrangeCall, callOff } from '../calls/commands.ts';
import { seasonPaths } from '../paths.ts';
import { fitting, gapsOf } from '../rules/cover.ts';
import type { Call } from '../types.ts';
import { seasonStaffMessages } from '../words.ts';
import { findAllAlone, findFreeHours, nameIn, withoutCalledDays } from './find.ts';
import { OnePage } from './one-page.tsx';
import { DeskPage } from './page.tsx';

const access = ['coordinator'] as const;
/** More than anybody compares; the nearest days first. */
const MOST_SHOWN = 40;

/** Who will be alone, what nobody covers, and who calls whom: matched by hand. */
export const deskRoutes: readonly Route[] = [
  get({
    path: seasonPaths.desk,
    access,
    audit: 'season.alone.listed',
    async handle({ db, now, locale, actor, audit }) {
      const looking = { now, locale };
      const everybody = await findAllAlone(db, looking);
      const free = await findFreeHours(db, looking);
      // Nobody of the staff finds themselves here; in the days that are not covered they count.
      const shown = everybody.filter(({ alone }) => alone.personId !== actor.personId);
      await audit({ subjectIds: shown.map(({ alone }) => alone.personId) });
      const gaps = gapsOf(withoutCalledDays(everybody), free);
      const body = <DeskPage everybody={shown} gaps={gaps} free={free} />;
      return page(seasonStaffMessages.in(locale).plain('desk_title'), body);
    },
  }),
  get({
    path: seasonPaths.deskAlone,
    access,
    audit: 'season.alone.viewed',
    handle: showOne,
  }),
  post({
    path: seasonPaths.deskCalls,
    access,
    audit: 'season.call.arranged',
    form: z.object({ hourId: z.uuid({ message: 'choose_one' }) }),
    async handle({ db, params, fields, actor, now, locale, audit }) {
      const arranging = { aloneId: params.id, hourId: fields.hourId, byPersonId: actor.personId ?? '', now };
      const done = await arrangeCall(db, arranging);
      if (!done.ok) return refusedBy(done.refusal);
      await audit(about(done.value));
      const text = seasonStaffMessages.in(locale).noted('call_is_arranged');
      return redirect(seasonPaths.deskAlone(params), { tone: 'done', text });
    },
  }),
  post({
    path: seasonPaths.deskCallingOff,
    access,
    audit: 'season.call.called_off',
    async handle({ db, params, actor, now, locale, audit }) {
      const on = { callId: params.id, as: 'coordinator', byPersonId: actor.personId ?? '', now } as const;
      const done = await callOff(db, on);
      if (!done.ok) return refusedBy(done.refusal);
      await audit(about(done.value));
      const text = seasonStaffMessages.in(locale).noted('call_is_called_off');
      return redirect(seasonPaths.deskAlone({ id: done.value.aloneId }), { tone: 'done', text });
    },
  }),
];

function about({ id, residentId, volunteerId }: Call) {
  return { subjectIds: [residentId, volunteerId], object: { kind: 'season.call', id } };
}

async function showOne(
  call: Pick<
    Asked<{ readonly id: string }, unknown, Database>,
    'db' | 'params' | 'now' | 'locale' | 'actor' | 'audit'
  >,
): Promise<Reply> {
  const { db, params, locale, now, actor, audit } = call;
  const looking = { now, locale };
  const one = (await findAllAlone(db, looking)).find(({ id }) => id === params.id);
  if (!one || one.alone.personId === actor.personId) return missing();
  const free = fitting(one, await findFreeHours(db, looking));
  const apart = await personsKeptApart(db, one.alone.personId);
  const fit = free.filter(({ hour }) => hour.personId !== one.alone.personId && !apart.has(hour.personId));
  const hours = fit.slice(0, MOST_SHOWN);
  const callers = await findPersons(
    db,
    one.calls.map(({ volunteerId }) => volunteerId),
  );
  const named = hours.map(({ hour }) => hour.personId);
  const subjectIds = [...new Set([one.alone.personId, ...callers.keys(), ...named])];
  await audit({ subjectIds, object: { kind: 'season.alone', id: one.id } });
  const calls = one.calls.map((of) => ({ ...of, name: nameIn(callers, of.volunteerId, locale) }));
  const body = <OnePage one={one} calls={calls} hours={hours} more={fit.length - hours.length} />;
  return page(seasonStaffMessages.in(locale).plain('one_title', { name: one.name }), body);
}
