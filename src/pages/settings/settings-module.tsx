import { hoursSetting } from '../../kits/slots/index.ts';
import { callName, findPersons } from '../../modules/people/index.ts';
import { listCheckedHelplines } from '../../modules/safety/index.ts';
import { type AuditLine, listEntriesOn } from '../../platform/audit/read.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Module } from '../../platform/module.ts';
import type { AheadWay } from '../../platform/parts/ahead.ts';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { changeOf, readSetting, type Setting, writeSetting } from '../../platform/settings/settings.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { type Call, get, page, post, type Reply, redirect, refusedBy } from '../../platform/web/route.ts';
import { pageMessages } from '../pages.ts';
import { countNeeds } from '../watch/needs.ts';
import { OrganizationForm } from './organization-form.ts';
import { OrganizationPage } from './organization-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { TextsForm, toPublicTexts, valuesOfTexts } from './texts-form.ts';
import { TextsPage } from './texts-page.tsx';
import { findUndoable, SETTING, undoingRoutes } from './undoing.tsx';
import { settingsMessages } from './words.ts';

const administrator = { access: ['administrator'] } as const;
/** Things whose changes stand in the history of settings. */
const KINDS = [SETTING, 'trust.policy', 'safety.helpline'];
const MOST_CHANGES = 30;

const SETTINGS: AheadWay = {
  href: '/settings',
  title: pageMessages.label('settings'),
  text: pageMessages.label('my_page_settings_text'),
  order: 30,
};

/** One place for everything that an administrator sets: what this module knows itself, and the way to the rest. */
export const settingsModule: Module = {
  name: 'settings',
  messages: settingsMessages,
  settings: [organizationSetting, publicTextsSetting, hoursSetting],
  navigation: [
    {
      href: '/settings',
      label: pageMessages.label('settings'),
      places: ['header'],
      roles: ['administrator'],
      order: 60,
    },
  ],
  ahead: async (_db, { roles }) => ({ ways: roles.has('administrator') ? [SETTINGS] : [] }),
  routes: [
    get({
      ...administrator,
      path: '/settings',
      audit: null,
      async handle(call) {
        const { db, now } = call;
        const changes = (await listEntriesOn(db, KINDS, MOST_CHANGES)).filter(isChange);
        const persons = await findPersons(
          db,
          changes.flatMap(({ actorId }) => actorId ?? []),
        );
        const lines = (await listCheckedHelplines(db, now)).filter(({ isHidden }) => !isHidden);
        const names = new Map([...persons].map(([id, person]) => [id, callName(person, call.locale)]));
        const toCheck = lines.filter(({ needsCheck }) => needsCheck).length;
        return page(
          title(call, 'settings_title'),
          <SettingsPage
            changes={changes}
            undoable={await findUndoable(db, changes)}
            names={names}
            helplinesToCheck={toCheck}
            watchNeeds={await countNeeds(db, call.actor.personId ?? '', now)}
          />,
        );
      },
    }),
    get({
      ...administrator,
      path: '/settings/organization',
      audit: null,
      handle: async (call) =>
        organizationPage(call, FormState.fresh(await readSetting(call.db, organizationSetting))),
    }),
    post({
      ...administrator,
      path: '/settings/organization',
      audit: 'settings.organization.changed',
      form: OrganizationForm,
      handle: (call) => save(call, organizationSetting, call.fields),
      again: (call, form) => organizationPage(call, form),
    }),
    get({
      ...administrator,
      path: '/settings/texts',
      audit: null,
      handle: async (call) =>
        textsPage(call, FormState.fresh(valuesOfTexts(await readSetting(call.db, publicTextsSetting)))),
    }),
    post({
      ...administrator,
      path: '/settings/texts',
      audit: 'settings.public_texts.changed',
      form: TextsForm,
      async handle(call) {
        const { texts, refusals } = toPublicTexts(call.fields);
        return refusals.length > 0 ? refusedBy(...refusals) : save(call, publicTextsSetting, texts);
      },
      again: (call, form) => textsPage(call, form),
    }),
    ...undoingRoutes,
  ],
};

/** Writes a setting with its audit entry: what was changed, from what to what. */
async function save<T extends object>(
  call: Call<unknown, unknown, Tx>,
  setting: Setting<T>,
  value: T,
): Promise<Reply> {
  const { db, actor, now } = call;
  const detail = changeOf(await readSetting(db, setting), value);
  await writeSetting(db, setting, { value, by: actor.personId, now });
  await call.audit({ object: { kind: SETTING, id: setting.subject }, detail });
  const text = settingsMessages
    .in(call.locale)
    .noted(detail.changed ? 'settings_were_saved' : 'nothing_changed');
  return redirect('/settings', { tone: 'done', text });
}

/** Whoever saved without changing anything changed nothing. */
const isChange = ({ detail }: AuditLine) => detail['changed'] !== '';

type Reading = Pick<Call<unknown, unknown, Database>, 'locale'>;

const title = (call: Reading, key: 'settings_title' | 'organization_title' | 'texts_title') =>
  settingsMessages.in(call.locale).plain(key);

function organizationPage(call: Reading, form: FormState): Reply {
  return page(title(call, 'organization_title'), <OrganizationPage form={form} />);
}

function textsPage(call: Reading, form: FormState): Reply {
  return page(title(call, 'texts_title'), <TextsPage form={form} />);
}
