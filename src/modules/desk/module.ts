import { housePaths } from '../../platform/addresses/paths.ts';
import type { Module } from '../../platform/module.ts';
import type { AheadWay } from '../../platform/parts/ahead.ts';
import { joinCatalogs } from '../../platform/web/words.ts';
import { deskMessages, wayMessages } from './messages.ts';
import { deskRoute } from './routes.tsx';
import { recordActs } from './told.ts';

const DESK: AheadWay = {
  href: housePaths.desk(),
  title: wayMessages.label('desk'),
  text: wayMessages.label('my_page_desk_text'),
  order: 10,
};

/** The desk, as the house takes it in. @param modules those whose parts it shows */
export function deskModule(modules: readonly Pick<Module, 'desk'>[]): Module {
  return {
    name: 'desk',
    recordActs,
    messages: joinCatalogs(deskMessages, wayMessages),
    routes: [deskRoute(modules.flatMap(({ desk }) => desk ?? []))],
    navigation: [
      {
        href: housePaths.desk(),
        label: wayMessages.label('desk'),
        places: ['header'],
        roles: ['coordinator'],
        order: 10,
      },
    ],
    ahead: async (_db, { roles }) => ({ ways: roles.has('coordinator') ? [DESK] : [] }),
  };
}
