import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { beginSetting, inWords, saveSetting, schemaOf, settingPart } from '../../kits/forms/index.ts';
import { callName, findPerson, findPersons } from '../../modules/people/index.ts';
import { CLOSING_REASONS, closeAlarm, listAlarms } from '../../platform/audit/alarms/alarms.ts';
import { readChainState } from '../../platform/audit/chain/chain-state.ts';
import { chainTasks } from '../../platform/audit/chain/watch.ts';
import { readingSetting } from '../../platform/audit/reading/rules.ts';
import { watchReadingTask } from '../../platform/audit/reading/watch.ts';
import type { Locale } from '../../platform/languages/locales.ts';
import { readMailState } from '../../platform/mail/mail-state.ts';
import type { Module } from '../../platform/module.ts';
import { SETTING, type SettingsPlace } from '../../platform/parts/settings-place.ts';
import { readSetting } from '../../platform/settings/settings.ts';
import { choice } from '../../platform/web/form-fields.ts';
import type { FormState } from '../../platform/web/form-state.ts';
import { type Call, get, missing, page, post, type Reply, redirect } from '../../platform/web/route.ts';
import { pagesPaths } from '../paths.ts';
import { type MailServices, mailAlarm, mailAnchor, mailTest } from './mails.ts';
import { countNeeds } from './needs.ts';
import { recordActs } from './told.ts';
import { limitsForm, WatchPage } from './watch-page.tsx';
import { watchMessages } from './words.ts';

const administrator = { access: ['administrator'] } as const;
const PLACE = pagesPaths.settingsWatch();
const MOST_ALARMS = 30;

/** What the watch needs of the house. */
export interface WatchHouse extends MailServices {
  readonly secret: string;
  /** The folder of the audit's anchors. */
  readonly auditAnchors: string;
}

/** What the house watches by itself, and the page on which administrators see it. */
export function watchModule(house: WatchHouse): Module {
  return {
    name: 'watch',
    recordActs,
    messages: watchMessages,
    settings: [readingSetting],
    settingsPlaces: [watchPlace],
    routes: [pageRoute, testMailRoute, closeRoute, limitsRoute],
    tasks: [
      ...chainTasks({
        secret: house.secret,
        directory: house.auditAnchors,
        tellAlarm: (tx, alarm, id) => mailAlarm(tx, alarm, id, house),
        tellAnchor: (tx, seal) => mailAnchor(tx, seal, house),
      }),
      watchReadingTask((tx, alarm, id) => mailAlarm(tx, alarm, id, house)),
    ],
  };
}

const limits = { setting: readingSetting, of: limitsForm, path: pagesPaths.settingsWatchLimits() };

/** The watch among all that is set: how much of it needs this administrator. */
const watchPlace: SettingsPlace = {
  href: PLACE,
  title: watchMessages.label('watch_title'),
  what: watchMessages.label('watch_what'),
  order: 60,
  async waiting({ db, personId, now }) {
    const count = await countNeeds(db, personId, now);
    const words = (locale: Locale) => watchMessages.in(locale)('watch_needs_you', { count });
    return count > 0 ? { tone: 'danger', words } : null;
  },
  changes: { kind: SETTING, id: readingSetting.subject },
  setting: inWords(limits),
};

const pageRoute = get({
  ...administrator,
  path: PLACE,
  audit: 'watch.alarms.viewed',
  handle: async (call) => showWatch(call, beginSetting(limits, await readSetting(call.db, readingSetting))),
});

const testMailRoute = post({
  ...administrator,
  path: pagesPaths.settingsWatchTestMail,
  audit: 'watch.test_mail.asked_for',
  limit: { by: 'person', tries: 10, minutes: 60 },
  async handle(call) {
    const person = await findPerson(call.db, call.actor.personId ?? '');
    if (!person?.email) return missing();
    await mailTest(call.db, { to: person.email, locale: call.locale, key: randomUUID() });
    await call.audit({});
    return redirect(PLACE, {
      tone: 'done',
      text: watchMessages.in(call.locale).noted('mail_test_on_its_way'),
    });
  },
});

const closeRoute = post({
  ...administrator,
  path: pagesPaths.settingsWatchAlarm,
  audit: 'watch.alarm.closed',
  form: z.object({ because: choice(CLOSING_REASONS) }),
  async handle(call) {
    const { because } = call.fields;
    const { id } = call.params;
    if (!z.uuid().safeParse(id).success) return missing();
    const isClosed = await closeAlarm(call.db, id, {
      by: call.actor.personId ?? '',
      because,
      now: call.now,
    });
    if (!isClosed) return missing();
    await call.audit({ object: { kind: 'audit.alarm', id }, detail: { because } });
    return redirect(PLACE, { tone: 'done', text: watchMessages.in(call.locale).noted('alarm_was_closed') });
  },
});

const limitsRoute = post({
  ...administrator,
  path: limits.path,
  audit: 'watch.limits.changed',
  form: schemaOf(limits),
  handle: (call) => saveSetting(call, limits, PLACE),
  again: (call, form) => showWatch(call, form),
});

async function showWatch(call: Call<unknown, undefined>, form: FormState): Promise<Reply> {
  const { db, now, actor } = call;
  const alarms = await listAlarms(db, actor.personId ?? '', MOST_ALARMS);
  const about = alarms.flatMap(({ personId }) => personId ?? []);
  const persons = await findPersons(db, [...about, ...alarms.flatMap(({ closedBy }) => closedBy ?? [])]);
  const names = new Map([...persons].map(([id, person]) => [id, callName(person, call.locale)]));
  if (form.refusals.length === 0) await call.audit({ subjectIds: about });
  return page(
    watchMessages.in(call.locale).plain('watch_title'),
    <WatchPage
      mail={await readMailState(db, now)}
      chain={await readChainState(db, now)}
      alarms={alarms}
      names={names}
      form={form}
      limits={await settingPart(call, limits, form)}
    />,
  );
}
