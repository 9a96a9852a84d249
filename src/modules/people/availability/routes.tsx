import { z } from 'zod';
import { hoursSetting } from '../../../kits/slots/index.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { choice, choices, day, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
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
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { dayInJapan } from '../rules.ts';
import { addException, addPause, changeWeeklyHours } from './commands.ts';
import { TICKS, toTicks } from './rules.ts';
import { deleteException, deletePause, findAvailability } from './store.ts';
import { AvailabilityPage } from './views.tsx';

const WeeklyForm = z.object({ weekly: choices(TICKS as [string, ...string[]]) });

const halfHour = wholeNumber(0, 1440).refine((minute) => minute % 30 === 0, {
  message: 'value_does_not_fit',
});
const ExceptionForm = z.object({
  onDay: day,
  startMinute: halfHour,
  endMinute: halfHour,
  kind: choice(['free', 'busy'], 'choose_one'),
});

const PauseForm = z.object({
  fromOn: day,
  untilOn: z.preprocess((typed) => (typed === '' ? undefined : typed), day.optional()),
});

export const availabilityRoutes: readonly Route[] = [
  get({
    path: peoplePaths.availability,
    access: 'person',
    audit: null,
    handle: (call) => shown(call, null),
  }),
  post({
    path: peoplePaths.availability,
    access: 'person',
    audit: null,
    form: WeeklyForm,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      await changeWeeklyHours(call.db, id, { ticks: call.fields.weekly, now: call.now });
      return kept(call);
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityExceptions,
    access: 'person',
    audit: null,
    form: ExceptionForm,
    async handle(call) {
      const { onDay, startMinute, endMinute, kind } = call.fields;
      const exception = { onDay, startMinute, endMinute, isAvailable: kind === 'free' };
      const { id } = await findOwnPerson(call);
      const outcome = await addException(call.db, id, { exception, now: call.now });
      return outcome.ok ? kept(call) : refusedBy(outcome.refusal);
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityExceptionRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return (await deleteException(call.db, id, call.params.id)) ? kept(call) : missing();
    },
  }),
  post({
    path: peoplePaths.availabilityPauses,
    access: 'person',
    audit: null,
    form: PauseForm,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const pause = { fromOn: call.fields.fromOn, untilOn: call.fields.untilOn ?? null };
      const outcome = await addPause(call.db, id, { pause, now: call.now });
      return outcome.ok ? kept(call) : refusedBy(outcome.refusal);
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityPauseRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return (await deletePause(call.db, id, call.params.id)) ? kept(call) : missing();
    },
  }),
];

type PageCall = Pick<Call, 'db' | 'actor' | 'locale' | 'now'>;

function kept(call: Pick<Call, 'locale'>): Reply {
  return redirect(peoplePaths.availability(), {
    tone: 'done',
    text: peopleMessages.in(call.locale).noted('kept'),
  });
}

async function shown(call: PageCall, form: FormState | null): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const availability = await findAvailability(call.db, id, dayInJapan(call.now));
  const hours = await rememberedSetting(call.db, hoursSetting);
  const title = peopleMessages.in(call.locale).plain('availability_title');
  const shown = form ?? FormState.fresh();
  const ticks =
    form && form.values('weekly').length > 0 ? form.values('weekly') : toTicks(availability.weekly);
  return page(
    title,
    <AvailabilityPage form={shown} availability={availability} ticks={ticks} hours={hours} />,
  );
}
