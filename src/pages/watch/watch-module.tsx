import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { callName, findPerson, findPersons } from '../../modules/people/index.ts';
import { CLOSING_REASONS, closeAlarm, listAlarms } from '../../platform/audit/alarms/alarms.ts';
import { readChainState } from '../../platform/audit/chain/chain-state.ts';
import { chainTasks } from '../../platform/audit/chain/watch.ts';
import { type ReadingLimits, readingSetting } from '../../platform/audit/reading/rules.ts';
import { watchReadingTask } from '../../platform/audit/reading/watch.ts';
import { readMailState } from '../../platform/mail/mail-state.ts';
import type { Module } from '../../platform/module.ts';
import { changeOf, readSetting, writeSetting } from '../../platform/settings/settings.ts';
import { choice, wholeNumber } from '../../platform/web/form-fields.ts';
import { FormState } from '../../platform/web/form-state.ts';
import { get, missing, page, post, type Reply, redirect, type Visit } from '../../platform/web/route.ts';
import { type MailServices, mailAlarm, mailAnchor, mailTest } from './mails.ts';
import { WatchPage } from './watch-page.tsx';
import { watchMessages } from './words.ts';

const administrator = { access: ['administrator'] } as const;
const PLACE = '/settings/watch';
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
    messages: watchMessages,
    settings: [readingSetting],
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

const pageRoute = get({
  ...administrator,
  path: PLACE,
  audit: 'watch.alarms.viewed',
  handle: async (visit) =>
    showWatch(visit, FormState.fresh(textsOf(await readSetting(visit.db, readingSetting)))),
});

const testMailRoute = post({
  ...administrator,
  path: '/settings/watch/test-mail',
  audit: 'watch.test_mail.asked_for',
  limit: { by: 'person', tries: 10, minutes: 60 },
  async handle(visit) {
    const person = await findPerson(visit.db, visit.actor.personId ?? '');
    if (!person?.email) return missing();
    await mailTest(visit.db, { to: person.email, locale: visit.locale, key: randomUUID() });
    await visit.audit({});
    return redirect(PLACE, {
      tone: 'done',
      text: watchMessages.in(visit.locale).noted('mail_test_on_its_way'),
    });
  },
});

const closeRoute = post({
  ...administrator,
  path: '/settings/watch/alarms/:id',
  audit: 'watch.alarm.closed',
  form: z.object({ because: choice(CLOSING_REASONS) }),
  async handle(visit) {
    const { because } = visit.fields;
    const { id } = visit.params;
    if (!z.uuid().safeParse(id).success) return missing();
    const isClosed = await closeAlarm(visit.db, id, {
      by: visit.actor.personId ?? '',
      because,
      now: visit.now,
    });
    if (!isClosed) return missing();
    await visit.audit({ object: { kind: 'audit.alarm', id }, detail: { because } });
    return redirect(PLACE, { tone: 'done', text: watchMessages.in(visit.locale).noted('alarm_was_closed') });
  },
});

const limitsRoute = post({
  ...administrator,
  path: '/settings/watch/limits',
  audit: 'watch.limits.changed',
  form: z.object({
    perHour: wholeNumber(5, 10_000),
    perDay: wholeNumber(5, 10_000),
    times: wholeNumber(1, 20),
  }),
  async handle(visit) {
    const { db, fields, actor, now } = visit;
    const detail = changeOf(await readSetting(db, readingSetting), fields);
    await writeSetting(db, readingSetting, { value: fields, by: actor.personId, now });
    await visit.audit({
      object: { kind: 'platform.setting', id: readingSetting.subject },
      detail,
    });
    return redirect(PLACE, { tone: 'done', text: watchMessages.in(visit.locale).noted('limits_were_saved') });
  },
  again: (visit, form) => showWatch(visit, form),
});

async function showWatch(visit: Visit<unknown, undefined>, form: FormState): Promise<Reply> {
  const { db, now, actor } = visit;
  const alarms = await listAlarms(db, actor.personId ?? '', MOST_ALARMS);
  const about = alarms.flatMap(({ personId }) => personId ?? []);
  const persons = await findPersons(db, [...about, ...alarms.flatMap(({ closedBy }) => closedBy ?? [])]);
  const names = new Map([...persons].map(([id, person]) => [id, callName(person, visit.locale)]));
  if (form.refusals.length === 0) await visit.audit({ subjectIds: about });
  return page(
    watchMessages.in(visit.locale).plain('watch_title'),
    <WatchPage
      mail={await readMailState(db, now)}
      chain={await readChainState(db, now)}
      alarms={alarms}
      names={names}
      form={form}
    />,
  );
}

const textsOf = (limits: ReadingLimits) =>
  Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, String(value)]));
