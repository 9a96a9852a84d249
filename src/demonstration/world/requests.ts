import type { Person } from '../../modules/people/index.ts';
import {
  type Category,
  type GenderWish,
  LANGUAGE_TASKS,
  type RequestForm,
  type RequestPlace,
} from '../../modules/spot/index.ts';
import type { RequestToBe, RequestWords, Story } from '../builders/plan.ts';
import { timesOf } from '../builders/request-times.ts';
import type { Step } from '../builders/steps.ts';
import { stepsOf } from '../builders/story.ts';
import { chanceFrom } from '../chance.ts';
import ahead from '../data/requests-ahead.json' with { type: 'json' };
import past from '../data/requests-past.json' with { type: 'json' };
import residentRows from '../data/residents.json' with { type: 'json' };
import { skillsOf } from './rows.ts';
import { officeOf } from './towns.ts';

/** A request as the data files write one down. */
interface RequestRow
  extends Omit<RequestWords, 'japanese'>,
    Partial<
      Pick<
        RequestToBe,
        | 'redirectTo'
        | 'correction'
        | 'stepsBack'
        | 'solution'
        | 'cancelledBy'
        | 'isCancelledAfterYes'
        | 'isNotAskedYet'
      >
    > {
  readonly key: string;
  readonly by: string;
  readonly state: RequestToBe['state'];
  readonly category: Category;
  /** In open days from today, as `openDay` counts them. */
  readonly sentOn: number;
  readonly possible: readonly (readonly [number, string])[];
  readonly minutes: number;
  /** The town hall of the resident's ward, online, by phone, or something of this name in their own town. */
  readonly place: 'office' | 'online' | 'phone' | { readonly name: string };
  readonly tasks: string;
  readonly locale: string;
  /** The requester's own words. */
  readonly words: string;
  /** Those in Japanese, by the requester or by a coordinator. */
  readonly own?: string;
  readonly japanese?: string;
  readonly wish?: GenderWish;
  readonly note?: string;
  readonly volunteers?: readonly string[];
  /** A photo of a letter goes with it. */
  readonly hasLetter?: boolean;
}

export const REQUEST_ROWS = [...past, ...ahead] as unknown as readonly RequestRow[];

/** Who the requests are about: people of the world by their keys. */
export interface Cast {
  readonly residents: ReadonlyMap<string, Person>;
  readonly volunteerIds: ReadonlyMap<string, string>;
  readonly coordinatorIds: readonly string[];
  /** Photos of letters, by the keys of the requests that they belong to. */
  readonly letterIds: ReadonlyMap<string, string>;
}

/** A request of the world with all that happens to it, and what has come of it. */
export interface SeededRequest {
  readonly key: string;
  readonly story: Story;
  readonly steps: readonly Step[];
}

/** All requests of the world, not yet begun. */
export function planRequests(today: Temporal.PlainDate, cast: Cast): SeededRequest[] {
  return REQUEST_ROWS.map((row) => {
    const story: Story = { requestId: '', askedIds: [], volunteerId: null };
    return { key: row.key, story, steps: stepsOf(planOf(row, today, cast), story) };
  });
}

function planOf(row: RequestRow, today: Temporal.PlainDate, cast: Cast): RequestToBe {
  const resident = cast.residents.get(row.by);
  if (!resident) throw new Error(`${row.key}: nobody is called ${row.by}.`);
  const chance = chanceFrom(`request ${row.key}`);
  const { sentOn, possible, minutes: durationMinutes, words: ownWords, volunteers = [], ...rest } = row;
  const shiftMinutes = chance.below(50);
  const times = timesOf({ today, sentOn, possible, durationMinutes, shiftMinutes });
  return {
    ...rest,
    requesterId: resident.id,
    coordinatorId: chance.pick(cast.coordinatorIds),
    volunteerIds: volunteers.flatMap((key) => cast.volunteerIds.get(key) ?? []),
    form: {
      ...formOf(row, resident),
      ownWords,
      durationMinutes,
      possibleTimes: times.possible,
      photoIds: [cast.letterIds.get(row.key) ?? []].flat(),
    },
    times,
    words: row as RequestWords,
  };
}

function formOf(
  row: RequestRow,
  resident: Person,
): Omit<RequestForm, 'ownWords' | 'durationMinutes' | 'possibleTimes' | 'photoIds'> {
  const languages = skillsOf(residentRows.find(({ key }) => key === row.by)?.languages ?? '');
  return {
    category: row.category,
    ownWordsLocale: row.locale,
    japaneseWords: row.own ?? null,
    neededTasks: LANGUAGE_TASKS.filter((task) => row.tasks.split(' ').includes(task)),
    talkLanguages: languages.filter(({ speak }) => speak >= 2).map(({ language }) => language),
    isEasyJapaneseOk: !['none', 'a1'].includes(resident.japaneseSpeaking),
    place: placeOf(row.place, resident),
    genderWish: row.wish ?? null,
    goodToKnow: row.note ?? null,
  };
}

function placeOf(place: RequestRow['place'], resident: Person): RequestPlace {
  const nowhere = { municipalityCode: null, town: null, placeName: null, exactAddress: null };
  if (place === 'online' || place === 'phone') return { kind: place, ...nowhere };
  const { municipalityCode, town } = resident;
  if (place === 'office') return officeOf(municipalityCode ?? '');
  return { kind: 'place', municipalityCode, town, placeName: place.name, exactAddress: null };
}
