import { callName, findPersons } from '../../modules/people/index.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import { listChangesOf } from '../../platform/audit/read.ts';
import type { Database } from '../../platform/database/connect.ts';
import type { Module } from '../../platform/module.ts';
import type { AheadWay } from '../../platform/parts/ahead.ts';
import { inOrder } from '../../platform/parts/in-order.ts';
import type { SettingsPlace } from '../../platform/parts/settings-place.ts';
import { organizationSetting } from '../../platform/settings/organization.ts';
import { publicTextsSetting } from '../../platform/settings/public-texts.ts';
import { type Call, get, page, type Reply, type Route } from '../../platform/web/route.ts';
import { pageMessages } from '../pages.ts';
import { organizationPage } from './organization.ts';
import { SettingsPage } from './settings-page.tsx';
import { textsPage } from './texts.tsx';
import { recordActs } from './told.ts';
import { findUndoable, undoingRoutes } from './undoing.tsx';
import { settingsMessages } from './words.ts';

const MOST_CHANGES = 30;

const SETTINGS: AheadWay = {
  href: housePaths.settings(),
  title: pageMessages.label('settings'),
  text: pageMessages.label('my_page_settings_text'),
  order: 30,
};

/** One place for everything that an administrator sets: what this module knows itself, and the way to the rest. */
export function settingsModule(modules: readonly Module[]): Module {
  const own = [organizationPage.place, textsPage.place];
  const places = inOrder([...own, ...modules.flatMap(({ settingsPlaces = [] }) => settingsPlaces)]);
  return {
    name: 'settings',
    recordActs,
    messages: settingsMessages,
    settings: [organizationSetting, publicTextsSetting],
    settingsPlaces: own,
    navigation: [
      {
        href: housePaths.settings(),
        label: pageMessages.label('settings'),
        places: ['header'],
        roles: ['administrator'],
        order: 60,
      },
    ],
    ahead: async (_db, { roles }) => ({ ways: roles.has('administrator') ? [SETTINGS] : [] }),
    routes: [
      overviewRoute(places),
      ...organizationPage.routes,
      ...textsPage.routes,
      ...undoingRoutes(places),
    ],
  };
}

/** What can be set where, what waits there, and who changed what lately. */
function overviewRoute(places: readonly SettingsPlace[]): Route {
  return get({
    path: housePaths.settings,
    access: ['administrator'],
    audit: null,
    handle: (call) => overview(call, places),
  });
}

async function overview(
  { db, actor, locale, now }: Pick<Call<unknown, unknown, Database>, 'db' | 'actor' | 'locale' | 'now'>,
  places: readonly SettingsPlace[],
): Promise<Reply> {
  const changes = await listChangesOf(db, [...new Set(places.map((one) => one.changes.kind))], MOST_CHANGES);
  const persons = await findPersons(
    db,
    changes.flatMap(({ actorId }) => actorId ?? []),
  );
  const names = new Map([...persons].map(([id, person]) => [id, callName(person, locale)]));
  const personId = actor.personId ?? '';
  const shown = places.map(async (place) => ({
    ...place,
    waits: (await place.waiting?.({ db, personId, now })) ?? null,
    values: (await place.inShort?.({ db, now, locale })) ?? [],
  }));
  return page(
    settingsMessages.in(locale).plain('settings_title'),
    <SettingsPage
      places={await Promise.all(shown)}
      changes={changes}
      undoable={await findUndoable(db, changes, places)}
      names={names}
    />,
  );
}
