import { z } from 'zod';
import { choices, wholeNumber } from '../../../platform/web/form-fields.ts';
import { FormState } from '../../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, type Route, redirect } from '../../../platform/web/route.ts';
import { changePreferences } from '../commands.ts';
import { notificationsPaths } from '../paths.ts';
import type { AllNews } from '../rules/all-news.ts';
import { findPreferences } from '../store/preferences.ts';
import { notificationMessages } from '../words.ts';
import { groupsFor } from './rules.ts';
import { PreferencesPage } from './views.tsx';

/** What somebody wants by mail, and when not. */
export function preferenceRoutes({ groups }: AllNews): readonly Route[] {
  const namesFor = ({ roles }: Call['actor']) => groupsFor(groups, roles).map(({ name }) => name);
  const preferencesPage = (call: Pick<Call, 'actor' | 'locale'>, form: FormState): Reply =>
    page(
      notificationMessages.in(call.locale).plain('settings_title'),
      <PreferencesPage
        form={form}
        groups={groupsFor(groups, call.actor.roles)}
        isCoordinator={call.actor.roles.has('coordinator')}
      />,
    );
  return [
    get({
      path: notificationsPaths.notifications,
      access: 'person',
      audit: null,
      async handle(call) {
        const { unwanted, quiet } = await findPreferences(call.db, call.actor.personId ?? '');
        const wanted = namesFor(call.actor).filter((name) => !unwanted.has(name));
        const hours = { quietFrom: String(quiet.fromHour), quietUntil: String(quiet.untilHour) };
        return preferencesPage(call, FormState.fresh({ mail: wanted, ...hours }));
      },
    }),
    post({
      path: notificationsPaths.notifications,
      access: 'person',
      audit: null,
      form: z.object({
        mail: choices(groups.map(({ name }) => name)),
        quietFrom: wholeNumber(0, 23),
        quietUntil: wholeNumber(0, 23),
      }),
      async handle(call) {
        const { mail, quietFrom: fromHour, quietUntil: untilHour } = call.fields;
        await changePreferences(call.db, {
          personId: call.actor.personId ?? '',
          offered: namesFor(call.actor),
          wanted: mail,
          quiet: { fromHour, untilHour },
          now: call.now,
        });
        const text = notificationMessages.in(call.locale).noted('settings_saved');
        return redirect(notificationsPaths.notifications(), { tone: 'done', text });
      },
      again: preferencesPage,
    }),
  ];
}
