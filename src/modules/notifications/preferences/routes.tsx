import { z } from 'zod';
import type { Database } from '../../../platform/database/connect.ts';
import { choices, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  type Visit,
} from '../../../platform/web/route.ts';
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
    async handle(visit) {
      const { unwanted, quiet } = await findPreferences(visit.db, visit.actor.personId ?? '');
      const wanted = groupsFor(visit.actor.roles).filter((group) => !unwanted.has(group));
      const hours = { quiet_from: String(quiet.fromHour), quiet_until: String(quiet.untilHour) };
      return preferencesPage(visit, FormState.fresh({ mail: wanted, ...hours }));
    },
  }),
  post({
    path: '/me/notifications',
    access: 'person',
    audit: null,
    form: Choice,
    async handle(visit) {
      const { mail, quiet_from: fromHour, quiet_until: untilHour } = visit.fields;
      await changePreferences(visit.db, {
        personId: visit.actor.personId ?? '',
        offered: groupsFor(visit.actor.roles),
        wanted: mail,
        quiet: { fromHour, untilHour },
        now: visit.now,
      });
      const text = notificationMessages.in(visit.locale).noted('settings_saved');
      return redirect('/me/notifications', { tone: 'done', text });
    },
    again: preferencesPage,
  }),
];

function preferencesPage(
  visit: Pick<Visit<unknown, unknown, Database>, 'actor' | 'locale'>,
  form: FormState,
): Reply {
  return page(
    notificationMessages.in(visit.locale).plain('settings_title'),
    <PreferencesPage
      form={form}
      groups={groupsFor(visit.actor.roles)}
      isCoordinator={visit.actor.roles.has('coordinator')}
    />,
  );
}
