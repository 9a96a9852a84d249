import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { choices, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { changePreferences } from '../commands.ts';
import { findPreferences } from '../store/preferences.ts';
import { GROUPS } from '../types.ts';
import { notificationMessages } from '../words.ts';
import { groupsFor } from './rules.ts';
import { PreferencesPage } from './views.tsx';

const Choice = z.object({
  mail: choices(GROUPS),
  quiet_from: wholeNumber(0, 23),
  quiet_until: wholeNumber(0, 23),
});

/** What somebody wants by mail, and when not. */
export const preferenceRoutes: readonly Route[] = [
  get({
    path: '/me/notifications',
    access: 'person',
    audit: null,
    async handle(call) {
      const { unwanted, quiet } = await findPreferences(call.db, call.actor.personId ?? '');
      const wanted = groupsFor(call.actor.roles).filter((group) => !unwanted.has(group));
      const hours = { quiet_from: String(quiet.fromHour), quiet_until: String(quiet.untilHour) };
      return preferencesPage(call, FormState.fresh({ mail: wanted, ...hours }));
    },
  }),
  post({
    path: '/me/notifications',
    access: 'person',
    audit: null,
    form: Choice,
    async handle(call) {
      const { mail, quiet_from: fromHour, quiet_until: untilHour } = call.fields;
      await changePreferences(call.db, {
        personId: call.actor.personId ?? '',
        offered: groupsFor(call.actor.roles),
        wanted: mail,
        quiet: { fromHour, untilHour },
        now: call.now,
      });
      const text = notificationMessages.in(call.locale).noted('settings_saved');
      return redirect('/me/notifications', { tone: 'done', text });
    },
    again: preferencesPage,
  }),
];

function preferencesPage(
  call: Pick<Call<unknown, unknown, Database>, 'actor' | 'locale'>,
  form: FormState,
): Reply {
  return page(
    notificationMessages.in(call.locale).plain('settings_title'),
    <PreferencesPage
      form={form}
      groups={groupsFor(call.actor.roles)}
      isCoordinator={call.actor.roles.has('coordinator')}
    />,
  );
}
