import { z } from 'zod';
import { hoursSetting } from '../../../kits/slots/index.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { choices } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  post,
  type Reply,
  type Route,
  refusedBy,
} from '../../../platform/web/route.ts';
import { peoplePaths } from '../paths.ts';
import { findOwnPerson } from '../persons/own.ts';
import { kept, ownPage } from '../persons/own-page.tsx';
import { dayInJapan } from '../rules.ts';
import { addException, addPause, changeWeeklyHours } from './commands.ts';
import { exceptionForm, pauseForm } from './forms.ts';
import { TICKS, toTicks } from './rules.ts';
import { deleteException, deletePause, findAvailability } from './store.ts';
import { AvailabilityPage, FreeHoursPage } from './views.tsx';

const WeeklyForm = z.object({ weekly: choices(TICKS as [string, ...string[]]) });

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
      return kept(call, peoplePaths.availability());
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityExceptions,
    access: 'person',
    audit: null,
    form: exceptionForm.schema,
    async handle(call) {
      const { onDay, startMinute, endMinute, kind } = call.fields;
      const exception = { onDay, startMinute, endMinute, isAvailable: kind === 'free' };
      const { id } = await findOwnPerson(call);
      const outcome = await addException(call.db, id, { exception, now: call.now });
      return outcome.ok ? kept(call, peoplePaths.availability()) : refusedBy(outcome.refusal);
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityExceptionRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return (await deleteException(call.db, id, call.params.id))
        ? kept(call, peoplePaths.availability())
        : missing();
    },
  }),
  post({
    path: peoplePaths.availabilityPauses,
    access: 'person',
    audit: null,
    form: pauseForm.schema,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      const pause = { fromOn: call.fields.fromOn, untilOn: call.fields.untilOn ?? null };
      const outcome = await addPause(call.db, id, { pause, now: call.now });
      return outcome.ok ? kept(call, peoplePaths.availability()) : refusedBy(outcome.refusal);
    },
    again: (call, form) => shown(call, form),
  }),
  post({
    path: peoplePaths.availabilityPauseRemoval,
    access: 'person',
    audit: null,
    async handle(call) {
      const { id } = await findOwnPerson(call);
      return (await deletePause(call.db, id, call.params.id))
        ? kept(call, peoplePaths.availability())
        : missing();
    },
  }),
];

type PageCall = Pick<Call, 'db' | 'actor' | 'locale' | 'now'>;

async function shown(call: PageCall, form: FormState | null): Promise<Reply> {
  const { id } = await findOwnPerson(call);
  const availability = await findAvailability(call.db, id, dayInJapan(call.now));
  const hours = await rememberedSetting(call.db, hoursSetting);
  const state = form ?? FormState.fresh();
  const typed = state.values('weekly');
  const ticks = typed.length > 0 ? typed : toTicks(availability.weekly);
  // Whoever asks for help says when they are free, for half a year together; when they could help is nobody's question.
  const { roles } = call.actor;
  if (roles.has('resident') && !roles.has('volunteer'))
    return ownPage(call, 'free_hours', <FreeHoursPage form={state} ticks={ticks} />);
  return ownPage(
    call,
    'availability',
    <AvailabilityPage form={state} availability={availability} ticks={ticks} hours={hours} />,
  );
}
