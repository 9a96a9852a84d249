import {
  draftEvent,
  type EventFields,
  publishEvent,
  submitEvent,
} from '../../src/modules/events/event/commands.ts';
import { register } from '../../src/modules/events/registrations/commands.ts';
import type { EventServices } from '../../src/modules/events/services.ts';
import type { Attendee } from '../../src/modules/events/types.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import type { Outcome } from '../../src/platform/refusal.ts';

/** What events are handed in tests: no other module is there. */
export const EVENTS: EventServices = {
  secret: 'a secret of the tests, long enough',
  publicUrl: 'https://otonari.test',
  campaigns: () => [],
  storyDrafts: () => [],
};

export const adult: Attendee = { age: null, crafts: false, interpretation: null };
export const child = (age: number): Attendee => ({ ...adult, age });

const TEXTS = {
  ja: {
    title: 'おとなりさん交流会',
    text: 'いっしょに話します。',
    area: '豊島区、池袋駅の近く',
    bring: '',
    directions: '3階の会議室です。',
  },
  'ja-easy': {
    title: 'おとなりさんの 会《かい》',
    text: 'いっしょに 話《はな》します。',
    area: '池袋駅《いけぶくろえき》の 近《ちか》く',
    bring: '',
    directions: '3｜階《がい》の 部屋《へや》です。',
  },
  en: {
    title: 'Exchange meeting',
    text: 'We talk with each other.',
    area: 'Toshima, near Ikebukuro station',
    bring: '',
    directions: 'The meeting room on the third floor.',
  },
  'zh-Hans': {
    title: '邻居交流会',
    text: '大家一起聊天。',
    area: '丰岛区，池袋站附近',
    bring: '',
    directions: '三楼会议室。',
  },
};

/** What a coordinator writes of an event that begins at an instant and takes three hours. */
export function eventFields(
  responsibleId: string,
  startsAt: Temporal.Instant,
  seats: EventFields['seats'],
): EventFields {
  return {
    event: {
      kind: 'exchange_meeting',
      startsAt,
      endsAt: startsAt.add({ hours: 3 }),
      registrationClosesAt: startsAt,
      isOnline: false,
      onlineUrl: null,
      address: '東京都豊島区南池袋1-1-1',
      audience: 'everybody',
      access: ['step_free', 'toilet'],
      photoPolicy: 'asked_each_time',
      feeJpy: 0,
      suggestedGiftJpy: null,
      texts: TEXTS,
      machineMade: [],
      responsibleId,
      program: null,
      campaignId: null,
    },
    languages: [{ language: 'ja', kind: 'talk' }],
    seats,
  };
}

/** An event that everybody sees, written by one and published by another. @returns its id */
export function publishedEvent(
  db: Database,
  by: readonly [string, string],
  startsAt: Temporal.Instant,
  seats: EventFields['seats'],
  now: Temporal.Instant,
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const eventId = await draftEvent(tx, eventFields(by[0], startsAt, seats), { personId: by[0], now });
    const on = { eventId, as: 'coordinator', now } as const;
    sure(await submitEvent(tx, { ...on, byPersonId: by[0] }));
    sure(await publishEvent(tx, { ...on, byPersonId: by[1] }));
    return eventId;
  });
}

/** Somebody with an account registers a party. @returns the registration's id */
export function registered(
  db: Database,
  eventId: string,
  who: {
    readonly email: string;
    readonly personId?: string;
    readonly party?: readonly Attendee[];
    readonly now: Temporal.Instant;
  },
): Promise<string> {
  const { email, personId = null, party = [adult], now } = who;
  const about = {
    eventId,
    personId,
    email,
    name: email,
    locale: 'en',
    needs: null,
    question: null,
  } as const;
  return inTransaction(
    db,
    async (tx) => sure(await register(tx, { ...about, party, isProved: true, now })).registrationId,
  );
}

export function sure<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
