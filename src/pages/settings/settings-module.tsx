import { callName, findPersons } from '../../modules/people/index.ts';
import { listCheckedHelplines } from '../../modules/safety/index.ts';
import { type AuditLine, listEntriesOn } from '../../platform/audit/read.ts';
import type { Database, Tx } from '../../platform/database/connect.ts';
import type { Module } from '../../platform/module.ts';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { changeOf, readSetting, type Setting, writeSetting } from '../../platform/settings/settings.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { get, page, post, type Reply, redirect, refusedBy, type Visit } from '../../platform/web/route.ts';
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

/** One place for everything that an administrator sets: what this module knows itself, and the way to the rest. */
export const settingsModule: Module = {
  name: 'settings',
  messages: settingsMessages,
  settings: [organizationSetting, publicTextsSetting],
  routes: [
    get({
      ...administrator,
      path: '/settings',
      audit: null,
      async handle(visit) {
        const { db, now } = visit;
        const changes = (await listEntriesOn(db, KINDS, MOST_CHANGES)).filter(isChange);
        const persons = await findPersons(
          db,
          changes.flatMap(({ actorId }) => actorId ?? []),
        );
        const lines = (await listCheckedHelplines(db, now)).filter(({ isHidden }) => !isHidden);
        const names = new Map([...persons].map(([id, person]) => [id, callName(person, visit.locale)]));
        const toCheck = lines.filter(({ needsCheck }) => needsCheck).length;
        return page(
          title(visit, 'settings_title'),
          <SettingsPage
            changes={changes}
            undoable={await findUndoable(db, changes)}
            names={names}
            helplinesToCheck={toCheck}
            watchNeeds={await countNeeds(db, visit.actor.personId ?? '', now)}
          />,
        );
      },
    }),
    get({
      ...administrator,
      path: '/settings/organization',
      audit: null,
      handle: async (visit) =>
        organizationPage(visit, FormState.fresh(await readSetting(visit.db, organizationSetting))),
    }),
    post({
      ...administrator,
      path: '/settings/organization',
      audit: 'settings.organization.changed',
      form: OrganizationForm,
      handle: (visit) => save(visit, organizationSetting, visit.fields),
      again: (visit, form) => organizationPage(visit, form),
    }),
    get({
      ...administrator,
      path: '/settings/texts',
      audit: null,
      handle: async (visit) =>
        textsPage(visit, FormState.fresh(valuesOfTexts(await readSetting(visit.db, publicTextsSetting)))),
    }),
    post({
      ...administrator,
      path: '/settings/texts',
      audit: 'settings.public_texts.changed',
      form: TextsForm,
      async handle(visit) {
        const { texts, refusals } = toPublicTexts(visit.fields);
        return refusals.length > 0 ? refusedBy(...refusals) : save(visit, publicTextsSetting, texts);
      },
      again: (visit, form) => textsPage(visit, form),
    }),
    ...undoingRoutes,
  ],
};

/** Writes a setting with its audit entry: what was changed, from what to what. */
async function save<T extends object>(
  visit: Visit<unknown, unknown, Tx>,
  setting: Setting<T>,
  value: T,
): Promise<Reply> {
  const { db, actor, now } = visit;
  const detail = changeOf(await readSetting(db, setting), value);
  await writeSetting(db, setting, { value, by: actor.personId, now });
  await visit.audit({ object: { kind: SETTING, id: setting.subject }, detail });
  const text = settingsMessages
    .in(visit.locale)
    .noted(detail.changed ? 'settings_were_saved' : 'nothing_changed');
  return redirect('/settings', { tone: 'done', text });
}

/** Whoever saved without changing anything changed nothing. */
const isChange = ({ detail }: AuditLine) => detail['changed'] !== '';

type Reading = Pick<Visit<unknown, unknown, Database>, 'locale'>;

const title = (visit: Reading, key: 'settings_title' | 'organization_title' | 'texts_title') =>
  settingsMessages.in(visit.locale).plain(key);

function organizationPage(visit: Reading, form: FormState): Reply {
  return page(title(visit, 'organization_title'), <OrganizationPage form={form} />);
}

function textsPage(visit: Reading, form: FormState): Reply {
  return page(title(visit, 'texts_title'), <TextsPage form={form} />);
}
