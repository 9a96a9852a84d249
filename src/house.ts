import type { Hono } from 'hono';
import type { Logger } from 'pino';
import { listDemonstrationPeople } from './demonstration/people-to-be.ts';
import { easyWriting } from './kits/easy-writing/index.ts';
import { findPersonId, proposeRemoval, registerPerson } from './modules/people/index.ts';
import { createSignIn, type DemonstrationPerson, signInModule } from './modules/sign-in/index.ts';
import { listModules } from './modules.ts';
import { frameOf } from './pages/frame/frame.tsx';
import { mailboxModule } from './pages/mailbox/mailbox-module.tsx';
import { pagesModule } from './pages/module.ts';
import { otherPersonPage } from './pages/other-person-page.tsx';
import { refusalPage } from './pages/refusal-page.tsx';
import { drawLastPage } from './pages/refusals/last-page.tsx';
import { settingsModule } from './pages/settings/settings-module.tsx';
import { glanceAtVolunteer } from './pages/volunteer-glance.tsx';
import { watchModule } from './pages/watch/watch-module.tsx';
import { sumUpRefusalsTask } from './platform/audit/refusals.ts';
import { writeErasuresDownTask } from './platform/backup/erasures.ts';
import type { Clock } from './platform/clock.ts';
import type { Configuration } from './platform/configuration.ts';
import type { Connection, Database } from './platform/database/connect.ts';
import { listSchemaSteps } from './platform/database/schema.ts';
import { forgetEventsTask } from './platform/events/forget-events.ts';
import type { Listener } from './platform/events/listener.ts';
import { registerListeners } from './platform/events/positions.ts';
import { countFiguresTask } from './platform/figures.ts';
import type { Files } from './platform/files/files.ts';
import { fileTasks } from './platform/files/forget.ts';
import type { Task } from './platform/jobs/task.ts';
import type { Locale } from './platform/languages/locales.ts';
import { rubyWords } from './platform/languages/messages.tsx';
import type { Live } from './platform/live/live.ts';
import { createMailer, type Mailer, showsMailbox } from './platform/mail/mailer.ts';
import { forgetMailTask, type IsQuiet, sendMailTask } from './platform/mail/send-mail.ts';
import type { Module } from './platform/module.ts';
import type { NavigationEntry } from './platform/parts/navigation.ts';
import type { OpenAddress } from './platform/parts/public/open-address.ts';
import { listMaps } from './platform/personal-data-map.ts';
import { forgetTasks } from './platform/rights/tasks.ts';
import { organizationSetting } from './platform/settings/organization.ts';
import {
  findUnfitSettings,
  readSetting,
  rememberSettings,
  SETTINGS_TOPIC,
} from './platform/settings/settings.ts';
import { serve } from './platform/web/serve.ts';
import { readStaticFiles } from './platform/web/static-files.ts';
import { ASSETS_FOLDER, assetUrls } from './ui/index.ts';

/** What stands in the place of a page that cannot be shown, and what comes back with a form. */
const PAGES = { refusalPage, otherPersonPage, writingAid: easyWriting };

/** All that the house stands on; `main` opens it, tests bring their own. */
export interface Ground {
  readonly configuration: Configuration;
  readonly connection: Connection;
  readonly live: Live;
  readonly log: Logger;
  readonly clock: Clock;
  readonly secret: string;
  readonly files: Files;
  /** Programs beside those in `modules.ts`: a test brings one of its own. */
  readonly programs?: readonly Module[];
}

export interface OpenHouse {
  readonly app: Hono;
  /** What the worker runs. */
  readonly parts: { readonly tasks: readonly Task[]; readonly listeners: readonly Listener[] };
  readonly modules: readonly Module[];
}

/** A house that says help now and the numbers, and everything else once it is open. */
interface ClosedHouse extends OpenHouse {
  /** Reads the organization's own settings and lets people in; called when the database is as this program needs it. */
  open(): Promise<void>;
}

/** Builds and opens a house on a database that is ready, and whose listeners hear what happens from now on. */
export async function openHouse(ground: Ground): Promise<OpenHouse> {
  const house = buildHouse(ground);
  await registerListeners(ground.connection.db, house.parts.listeners);
  await house.open();
  return house;
}

/**
 * Puts the modules, the pages that join them and sign-in together into one web application and one list of jobs, without
 * a question to the database. An edit of the organization's own settings tells every process to read them again.
 */
export function buildHouse(ground: Ground): ClosedHouse {
  const { configuration, connection, live, log, clock, secret, files } = ground;
  const { db } = connection;
  const mailer = createMailer(configuration, db, clock);
  const people = {
    register: registerPerson,
    find: findPersonId,
    proposeRemoval,
    actorFunction: 'people.actor_named',
    unreadFunction: 'notifications.unread',
  };
  const signIn = createSignIn({ connection, configuration, secret, mailer, people });
  rememberSettings(db, live);
  const around = {
    organization: organizationSetting.value,
    assets: assetUrls(),
  };
  const readOrganization = async () => {
    around.organization = await readSetting(db, organizationSetting);
  };
  live.listen([SETTINGS_TOPIC], () => void readOrganization().catch(() => {}));
  let isOpen = false;
  const services = {
    ...{ files, secret, ground: { configuration, db, clock } },
    publicUrl: configuration.publicUrl,
    address: addressOf(configuration),
    glanceAtVolunteer,
  };
  const beside = besideSignIn(db, () => rooms);
  const signingIn = signInModule(signIn, beside);
  const rooms: readonly Module[] = [
    ...listModules(services, [signingIn], ground.programs),
    watchModule({ ...configuration, secret, clock, publicUrl: publicUrlOf(configuration) }),
    signingIn,
    ...(showsMailbox(configuration) ? [mailboxModule] : []),
  ];
  const joined = [...rooms, settingsModule(rooms)];
  const modules = [...joined, pagesModule({ live, modules: joined, ...shownBy(configuration) })];
  const app = serve({
    db,
    clock,
    log,
    modules,
    ...whereItStands(configuration),
    isOpen: () => isOpen,
    schemaSteps: listSchemaSteps(),
    findActor: signIn.findActor,
    signInPath: signIn.signInPath,
    secondFactorPath: signIn.secondFactorPath,
    listOpenAddresses: () => listOpenAddresses(modules, { db, clock }),
    frame: frameOf(navigationOf(modules), around),
    ...PAGES,
    lastPage: drawLastPage(),
    files: readStaticFiles(ASSETS_FOLDER),
  });
  const tasks = [
    ...tasksOfTheHouse(configuration, { mailer, files, modules }),
    ...modules.flatMap((module) => module.tasks ?? []),
  ];
  const parts = { tasks, listeners: modules.flatMap((module) => module.listeners ?? []) };
  const open = async () => {
    await readOrganization();
    await logUnfitSettings(modules, { db, log });
    isOpen = true;
  };
  return { app, modules, parts, open };
}

/** The pages of all modules that everybody may find. */
async function listOpenAddresses(
  modules: readonly Module[],
  { db, clock }: Pick<Ground, 'clock'> & { readonly db: Database },
): Promise<readonly OpenAddress[]> {
  const listed = modules.map(async ({ openAddresses }) => (await openAddresses?.(db, clock())) ?? []);
  return (await Promise.all(listed)).flat();
}

function navigationOf(modules: readonly Module[]): NavigationEntry[] {
  return modules.flatMap(({ navigation = [] }) => navigation);
}

/** The jobs of the platform, which belong to no module. */
function tasksOfTheHouse(
  configuration: Configuration,
  { mailer, files, modules }: { mailer: Mailer; files: Files; modules: readonly Module[] },
): readonly Task[] {
  return [
    sumUpRefusalsTask,
    sendMailTask(mailer, quietAt(modules)),
    forgetMailTask,
    ...forgetTasks(listMaps(modules)),
    forgetEventsTask,
    writeErasuresDownTask(configuration.erasuresLog),
    ...fileTasks(files),
    countFiguresTask(modules.flatMap(({ figures = [] }) => figures)),
  ];
}

/** Whether some module says that nothing may go to whoever has an address. */
const quietAt =
  (modules: readonly Module[]): IsQuiet =>
  async (db, address) => {
    const personId = await findPersonId(db, address);
    if (!personId) return false;
    for (const { isQuietFor } of modules) if (await isQuietFor?.(db, personId)) return true;
    return false;
  };

/** A setting of before an upgrade is not lost: it stays stored, and whoever runs the house reads which one to save again. */
async function logUnfitSettings(
  modules: readonly Module[],
  { db, log }: { db: Database; log: Logger },
): Promise<void> {
  const unfit = await findUnfitSettings(
    db,
    modules.flatMap(({ settings = [] }) => settings),
  );
  for (const setting of unfit) log.error(setting, 'a stored setting no longer fits: its first value counts');
}

/** What the pages know of the installation. */
const shownBy = (configuration: Configuration) => ({
  demonstration: configuration.demonstration,
  publicUrl: publicUrlOf(configuration),
});

/** Where people reach us, for mails that the house writes itself. */
function publicUrlOf(configuration: Configuration): string {
  return configuration.publicUrl ?? addressOf(configuration);
}

function whereItStands(configuration: Configuration) {
  const { publicUrl, trustProxy, metricsToken, demonstration } = configuration;
  return { publicUrl, trustProxy, metricsToken, hasPlainCookies: demonstration };
}

/** The address of an installation that has not been told how people reach it. */
function addressOf({ port }: Pick<Configuration, 'port'>): string {
  return `http://localhost:${port}`;
}

/** What the sign-in page says of the modules around it. */
function besideSignIn(db: Database, listRooms: () => readonly Module[]) {
  return {
    listPeople: (locale: Locale) => listPeopleFor(db, listRooms(), locale),
    listSignInFor: () => listRooms().flatMap(({ signInFor = [] }) => signInFor),
  };
}

/** The invented people as the sign-in page says them. */
async function listPeopleFor(
  db: Database,
  modules: readonly Module[],
  locale: Locale,
): Promise<DemonstrationPerson[]> {
  const demonstrations = modules.flatMap(({ demonstration }) => demonstration ?? []);
  const people = await listDemonstrationPeople(db, demonstrations);
  return people.map(({ id, nameIn, about }) => ({
    id,
    name: nameIn[locale],
    about: locale === 'ja-easy' ? rubyWords(about[locale]) : about[locale],
  }));
}
