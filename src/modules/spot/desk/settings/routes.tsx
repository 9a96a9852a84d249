import type { Database } from '../../../../platform/database/connect.ts';
import { changeOf, readSetting, writeSetting } from '../../../../platform/settings/settings.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../../platform/web/route.ts';
import { spotSetting } from '../../settings.ts';
import type { ComingTimes } from '../../store/lists/coming-times.ts';
import { deskMessages } from '../words.ts';
import { findClosed, markOf } from './closing.tsx';
import { readAgain, SettingsForm, toSettings, valuesOf } from './form.ts';
import { SettingsPage } from './settings-page.tsx';

/** What the organization decides about Spot, as an administrator edits it. */
export const settingsRoutes: readonly Route[] = [
  get({
    path: '/desk/settings',
    access: ['administrator'],
    audit: null,
    handle: async (call) =>
      settingsPage(call, FormState.fresh(valuesOf(await readSetting(call.db, spotSetting)))),
  }),
  post({
    path: '/desk/settings',
    access: ['administrator'],
    audit: 'spot.settings.changed',
    form: SettingsForm,
    async handle(call) {
      const { db, actor, now, fields } = call;
      const before = await readSetting(db, spotSetting);
      const { settings, refusals } = toSettings(fields, before);
      if (!settings) return refusedBy(...refusals);
      const closed = await findClosed(db, { before, after: settings, now });
      if (closed.length > 0 && fields.closesKnown !== markOf(closed)) {
        return refusedBy({
          code: 'see_what_this_closes',
          params: { count: closed.length },
          field: 'closesKnown',
        });
      }
      await writeSetting(db, spotSetting, { value: settings, by: actor.personId, now });
      const detail = changeOf(before, settings);
      await call.audit({ object: { kind: 'platform.setting', id: 'spot' }, detail });
      const text = deskMessages.in(call.locale).noted('settings_were_saved');
      return redirect('/desk/settings', { tone: 'done', text });
    },
    again: (call, form) => settingsPage(call, form),
  }),
];

type Looking = Pick<Call<unknown, unknown, Database>, 'db' | 'locale' | 'now'>;

async function settingsPage(call: Looking, form: FormState): Promise<Reply> {
  const title = deskMessages.in(call.locale).plain('settings_title');
  return page(title, <SettingsPage form={form} closed={await readClosed(call, form)} />);
}

/** What the change that is on the page closes, if that is why it was not saved. */
async function readClosed({ db, now }: Looking, form: FormState): Promise<readonly ComingTimes[]> {
  const fields = form.refusalOf('closesKnown') ? readAgain(form) : null;
  if (!fields) return [];
  const before = await readSetting(db, spotSetting);
  const { settings } = toSettings(fields, before);
  return settings ? findClosed(db, { before, after: settings, now }) : [];
}
