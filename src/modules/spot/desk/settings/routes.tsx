import type { Database } from '../../../../platform/database/connect.ts';
import { changedNames, readSetting, writeSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
  type Visit,
} from '../../../../platform/web/route.ts';
import { spotSetting } from '../../settings.ts';
import { deskMessages } from '../words.ts';
import { SettingsForm, toSettings, valuesOf } from './form.ts';
import { SettingsPage } from './settings-page.tsx';

/** What the organization decides about Spot, as an administrator edits it. */
export const settingsRoutes: readonly Route[] = [
  get({
    path: '/desk/settings',
    access: ['administrator'],
    audit: null,
    handle: async (visit) =>
      settingsPage(visit, FormState.fresh(valuesOf(await readSetting(visit.db, spotSetting)))),
  }),
  post({
    path: '/desk/settings',
    access: ['administrator'],
    audit: 'spot.settings.changed',
    form: SettingsForm,
    async handle(visit) {
      const { db, actor, now, fields } = visit;
      const before = await readSetting(db, spotSetting);
      const { settings, refusals } = toSettings(fields, before);
      if (!settings) return refusedBy(...refusals);
      await writeSetting(db, spotSetting, { value: settings, by: actor.personId, now });
      const changed = changedNames(before, settings).join(', ');
      await visit.audit({ object: { kind: 'platform.setting', id: 'spot' }, detail: { changed } });
      const text = deskMessages.in(visit.locale).noted('settings_were_saved');
      return redirect('/desk/settings', { tone: 'done', text });
    },
    again: (visit, form) => settingsPage(visit, form),
  }),
];

function settingsPage(visit: Pick<Visit<unknown, unknown, Database>, 'locale'>, form: FormState): Reply {
  const title = deskMessages.in(visit.locale).plain('settings_title');
  return page(title, <SettingsPage form={form} />);
}
