import { housePaths } from '../platform/addresses/paths.ts';
import type { Live } from '../platform/live/live.ts';
import type { Module } from '../platform/module.ts';
import type { NavigationEntry } from '../platform/parts/navigation.ts';
import { aboutRoute, privacyRoute } from './about.tsx';
import { calendarRoutes } from './calendar/routes.tsx';
import { nextDaysRoute } from './embeds/next-days.tsx';
import { pictureRoute } from './embeds/picture.ts';
import { figuresRoute } from './figures.tsx';
import { furiganaRoute } from './frame/furigana.ts';
import { homeRoute } from './home.tsx';
import { interviewChangesRoute } from './interview-changes.ts';
import { keptFormRoute } from './kept-form.tsx';
import { liveRoute } from './live.ts';
import { myPageRoute, startRoute } from './my-page/my-page.tsx';
import { pageMessages } from './pages.ts';
import { pagesPaths } from './paths.ts';
import { personTiesRoute } from './person-ties.tsx';
import { programAddresses, programRoutes } from './programs/programs.tsx';
import { staffActTask } from './staff-acts/alone.ts';
import { staffActRoutes } from './staff-acts/routes.tsx';
import { styleguideRoute } from './styleguide/styleguide.tsx';
import { thingRoute } from './thing.ts';

const everybody = { roles: 'everybody' } as const;
const STYLEGUIDE: NavigationEntry = {
  ...everybody,
  href: pagesPaths.styleguide(),
  label: pageMessages.label('styleguide'),
  places: ['footer'],
  order: 133,
};

/** What these pages contribute to each other. */
const own = {
  navigation: [
    {
      ...everybody,
      href: housePaths.me(),
      label: pageMessages.label('my_page'),
      places: ['menu'],
      order: 109,
    },
    {
      ...everybody,
      href: pagesPaths.calendar(),
      label: pageMessages.label('calendar_title'),
      places: ['about_me'],
      order: 118,
    },
    {
      ...everybody,
      href: housePaths.programs(),
      label: pageMessages.label('programs_title'),
      places: ['public', 'footer'],
      order: 80,
    },
    {
      ...everybody,
      href: housePaths.about(),
      label: pageMessages.label('about'),
      places: ['footer'],
      order: 130,
    },
    {
      ...everybody,
      href: pagesPaths.figures(),
      label: pageMessages.label('figures_title'),
      places: ['footer'],
      order: 129,
    },
    {
      ...everybody,
      href: pagesPaths.privacy(),
      label: pageMessages.label('privacy'),
      places: ['footer'],
      order: 131,
    },
  ],
} as const satisfies Partial<Module>;

/** The few screens that join modules, as the house takes them in. */
export function pagesModule(services: {
  readonly live: Live;
  readonly demonstration: boolean;
  /** Where people reach us; absent: where they have come to. */
  readonly publicUrl?: string | undefined;
  /** Those whose parts the pages join. */
  readonly modules: readonly Module[];
}): Module {
  const { modules, demonstration } = services;
  const publicParts = modules.flatMap((module) => module.publicParts ?? []);
  const programs = modules.flatMap(({ programPage }) => programPage ?? []);
  return {
    name: 'pages',
    messages: pageMessages,
    routes: [
      homeRoute(modules),
      aboutRoute(publicParts, services.publicUrl ?? ''),
      figuresRoute(publicParts),
      nextDaysRoute(
        modules.flatMap(({ coming }) => coming ?? []),
        services.publicUrl,
      ),
      pictureRoute,
      ...programRoutes(programs),
      privacyRoute(modules),
      myPageRoute([...modules, own]),
      ...calendarRoutes(modules, services.publicUrl ?? ''),
      startRoute,
      keptFormRoute,
      furiganaRoute,
      thingRoute(modules.flatMap(({ things = [] }) => things)),
      interviewChangesRoute,
      personTiesRoute(modules.flatMap(({ personParts = [] }) => personParts)),
      ...staffActRoutes,
      liveRoute(services.live),
      styleguideRoute(demonstration ? 'everyone' : ['administrator']),
    ],
    tasks: [staffActTask],
    openAddresses: async (db, now) => [
      { path: '/' },
      { path: housePaths.helpNow() },
      { path: housePaths.about() },
      { path: pagesPaths.privacy() },
      { path: pagesPaths.figures() },
      ...(await programAddresses(programs)(db, now)),
    ],
    ...own,
    navigation: [...own.navigation, ...(demonstration ? [STYLEGUIDE] : [])],
  };
}
