import { z } from 'zod';
import type { Tx } from '../../../platform/database/connect.ts';
import { toDay } from '../../../platform/web/form-fields.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { dayInJapan } from '../../people/index.ts';
import { seasonPaths } from '../paths.ts';
import { daysLeft } from '../rules/days.ts';
import { findSeason } from '../setting.ts';
import { listHoursOf } from '../store/hours.ts';
import { PARTS, type Part } from '../types.ts';
import { seasonMessages } from '../words.ts';
import { giveHour, takeBackHour } from './commands.ts';
import { HoursPage } from './page.tsx';

const access = ['volunteer'] as const;

/** A day and a part of it, as a button sends them: `2026-12-31.evening`. */
const Pressed = z.object({
  hour: z
    .string({ message: 'choose_one' })
    .regex(/^[12]\d{3}-\d{2}-\d{2}\.[a-z]+$/, { message: 'choose_one' })
    .transform((sent, context) => {
      const [day = '', part] = sent.split('.');
      try {
        const found = PARTS.find((one) => one === part);
        if (found) return { onDay: toDay(day), part: found };
      } catch {
        // No such day: refused below.
      }
      context.addIssue({ code: 'custom', message: 'choose_one' });
      return z.NEVER;
    }),
});

type Pressing = Call<
  unknown,
  { readonly hour: { readonly onDay: Temporal.PlainDate; readonly part: Part } },
  Tx
>;

/** Volunteers give parts of days: one press each. */
export const hoursRoutes: readonly Route[] = [
  get({
    path: seasonPaths.hours,
    access,
    audit: null,
    async handle({ db, actor, now, locale }) {
      const today = dayInJapan(now);
      const season = await findSeason(db, today);
      if (!season) return missing();
      const given = await listHoursOf(db, actor.personId ?? '', today);
      const shown = <HoursPage days={daysLeft(season, today)} given={given} />;
      return page(seasonMessages.in(locale).plain('give_hours'), shown);
    },
  }),
  post({
    path: seasonPaths.hours,
    access,
    audit: 'season.hour.given',
    form: Pressed,
    async handle(call: Pressing) {
      const { db, actor, now, fields } = call;
      const today = dayInJapan(now);
      const season = await findSeason(db, today);
      if (!season) return missing();
      const done = await giveHour(db, { ...fields.hour, personId: actor.personId ?? '', season, now, today });
      return done.ok ? noted(call, 'hour_is_given') : refusedBy(done.refusal);
    },
  }),
  post({
    path: seasonPaths.hoursWithdrawal,
    access,
    audit: 'season.hour.taken_back',
    form: Pressed,
    async handle(call: Pressing) {
      const done = await takeBackHour(call.db, { ...call.fields.hour, personId: call.actor.personId ?? '' });
      return done.ok ? noted(call, 'hour_is_taken_back') : refusedBy(done.refusal);
    },
  }),
];

async function noted(call: Pressing, key: 'hour_is_given' | 'hour_is_taken_back'): Promise<Reply> {
  const personId = call.actor.personId ?? '';
  await call.audit({ object: { kind: 'people.person', id: personId } });
  return redirect(seasonPaths.hours(), { tone: 'done', text: seasonMessages.in(call.locale).noted(key) });
}
