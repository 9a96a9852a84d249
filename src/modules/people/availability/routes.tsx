import { z } from 'zod';
import { choice, choices, day, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../platform/web/route.ts';
import { peopleMessages } from '../messages.ts';
import { findOwnPerson } from '../persons/own.ts';
import { dayInJapan } from '../rules.ts';
import type { PeopleServices } from '../services.ts';
import { addException, addPause, changeWeeklyHours } from './commands.ts';
import { type HelpHours, TICKS, toTicks } from './rules.ts';
import { deleteException, deletePause, findAvailability } from './store.ts';
import { AvailabilityPage } from './views.tsx';

const WeeklyForm = z.object({ weekly: choices(TICKS as [string, ...string[]]) });

const halfHour = wholeNumber(0, 1440).refine((minute) => minute % 30 === 0, {
  message: 'value_does_not_fit',
});
const ExceptionForm = z.object({
  on_day: day,
  start_minute: halfHour,
  end_minute: halfHour,
  kind: choice(['free', 'busy'], 'choose_one'),
});

const PauseForm = z.object({
  from_on: day,
  until_on: z.preprocess((typed) => (typed === '' ? undefined : typed), day.optional()),
});

export function availabilityRoutes({ readHelpHours }: PeopleServices): readonly Route[] {
  const shown = async (visit: PageVisit, form: FormState | null) =>
    availabilityPage(visit, form, (await readHelpHours?.(visit.db)) ?? null);
  return [
    get({
      path: '/me/availability',
      access: 'person',
      audit: null,
      handle: (visit) => shown(visit, null),
    }),
    post({
      path: '/me/availability',
      access: 'person',
      audit: null,
      form: WeeklyForm,
      async handle(visit) {
        const { id } = await findOwnPerson(visit);
        await changeWeeklyHours(visit.db, id, { ticks: visit.fields.weekly, now: visit.now });
        return kept(visit);
      },
      again: (visit, form) => shown(visit, form),
    }),
    post({
      path: '/me/availability/exceptions',
      access: 'person',
      audit: null,
      form: ExceptionForm,
      async handle(visit) {
        const { on_day: onDay, start_minute: startMinute, end_minute: endMinute, kind } = visit.fields;
        const exception = { onDay, startMinute, endMinute, isAvailable: kind === 'free' };
        const { id } = await findOwnPerson(visit);
        const outcome = await addException(visit.db, id, { exception, now: visit.now });
        return outcome.ok ? kept(visit) : refusedBy(outcome.refusal);
      },
      again: (visit, form) => shown(visit, form),
    }),
    post({
      path: '/me/availability/exceptions/:id/removal',
      access: 'person',
      audit: null,
      async handle(visit) {
        const { id } = await findOwnPerson(visit);
        return (await deleteException(visit.db, id, visit.params.id)) ? kept(visit) : missing();
      },
    }),
    post({
      path: '/me/availability/pauses',
      access: 'person',
      audit: null,
      form: PauseForm,
      async handle(visit) {
        const { id } = await findOwnPerson(visit);
        const pause = { fromOn: visit.fields.from_on, untilOn: visit.fields.until_on ?? null };
        const outcome = await addPause(visit.db, id, { pause, now: visit.now });
        return outcome.ok ? kept(visit) : refusedBy(outcome.refusal);
      },
      again: (visit, form) => shown(visit, form),
    }),
    post({
      path: '/me/availability/pauses/:id/removal',
      access: 'person',
      audit: null,
      async handle(visit) {
        const { id } = await findOwnPerson(visit);
        return (await deletePause(visit.db, id, visit.params.id)) ? kept(visit) : missing();
      },
    }),
  ];
}

type PageVisit = Pick<Visit, 'db' | 'actor' | 'locale' | 'now'>;

function kept(visit: Pick<Visit, 'locale'>): Reply {
  return redirect('/me/availability', { tone: 'done', text: peopleMessages.in(visit.locale).noted('kept') });
}

async function availabilityPage(
  visit: PageVisit,
  form: FormState | null,
  hours: HelpHours | null,
): Promise<Reply> {
  const { id } = await findOwnPerson(visit);
  const availability = await findAvailability(visit.db, id, dayInJapan(visit.now));
  const title = peopleMessages.in(visit.locale).plain('availability_title');
  const shown = form ?? FormState.fresh();
  const ticks =
    form && form.values('weekly').length > 0 ? form.values('weekly') : toTicks(availability.weekly);
  return page(
    title,
    <AvailabilityPage form={shown} availability={availability} ticks={ticks} hours={hours} />,
  );
}
