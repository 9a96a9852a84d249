import { chanceFrom } from '../../../platform/parts/chance.ts';
import type { InventedPerson, InventedWorld, Step } from '../../../platform/parts/demonstration.ts';
import {
  type Category,
  type GenderWish,
  LANGUAGE_TASKS,
  type RequestForm,
  type RequestPlace,
} from '../types.ts';
import offices from './data/offices.json' with { type: 'json' };
import ahead from './data/requests-ahead.json' with { type: 'json' };
import past from './data/requests-past.json' with { type: 'json' };
import { keepLetter } from './letters.ts';
import type { RequestToBe, RequestWords, Story } from './plan.ts';
import { timesOf } from './request-times.ts';
import { stepsOf } from './story.ts';

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

const REQUEST_ROWS = [...past, ...ahead] as unknown as readonly RequestRow[];

/** A request of the world with all that happens to it, and what has come of it. */
export interface PlannedRequest {
  readonly key: string;
  readonly story: Story;
  readonly steps: readonly Step[];
}

/** All requests of the world, not yet begun. */
export function planRequests(world: InventedWorld): PlannedRequest[] {
  return REQUEST_ROWS.map((row) => {
    const story: Story = { requestId: '', askedIds: [], volunteerId: null };
    return { key: row.key, story, steps: stepsOf(planOf(row, world), story) };
  });
}

function planOf(row: RequestRow, world: InventedWorld): RequestToBe {
  const resident = world.residents.get(row.by);
  if (!resident) throw new Error(`${row.key}: nobody is called ${row.by}.`);
  const chance = chanceFrom(`request ${row.key}`);
  const { sentOn, possible, minutes: durationMinutes, words: ownWords, volunteers = [], ...rest } = row;
  const shiftMinutes = chance.below(50);
  const times = timesOf({ days: world, sentOn, possible, durationMinutes, shiftMinutes });
  const { files } = world;
  const letter = { key: row.key, ownerId: resident.id, now: times.sent };
  return {
    ...rest,
    requesterId: resident.id,
    coordinatorId: chance.pick(world.coordinatorIds),
    volunteerIds: volunteers.flatMap((key) => world.volunteers.get(key)?.id ?? []),
    form: {
      ...formOf(row, resident),
      ownWords,
      durationMinutes,
      possibleTimes: times.possible,
      photoIds: [],
    },
    ...(row.hasLetter && files && { keepPhotos: async (tx) => [await keepLetter(tx, files, letter)] }),
    times,
    words: row as RequestWords,
  };
}

function formOf(
  row: RequestRow,
  resident: InventedPerson,
): Omit<RequestForm, 'ownWords' | 'durationMinutes' | 'possibleTimes' | 'photoIds'> {
  return {
    category: row.category,
    ownWordsLocale: row.locale,
    japaneseWords: row.own ?? null,
    neededTasks: LANGUAGE_TASKS.filter((task) => row.tasks.split(' ').includes(task)),
    talkLanguages: resident.languages,
    isEasyJapaneseOk: resident.readsEasyJapanese,
    place: placeOf(row.place, resident),
    genderWish: row.wish ?? null,
    goodToKnow: row.note ?? null,
  };
}

function placeOf(place: RequestRow['place'], { municipalityCode, town }: InventedPerson): RequestPlace {
  const nowhere = { municipalityCode: null, town: null, placeName: null, exactAddress: null };
  if (place === 'online' || place === 'phone') return { kind: place, ...nowhere };
  if (place === 'office') return officeOf(municipalityCode ?? '');
  return { kind: 'place', municipalityCode, town, placeName: place.name, exactAddress: null };
}

/** The town hall of a municipality of Tokyo's 23 wards. @throws for any other */
function officeOf(municipalityCode: string): RequestPlace {
  const office = Object.entries(offices).find(([code]) => code === municipalityCode)?.[1];
  if (!office) throw new RangeError(`${municipalityCode} is no ward of the world.`);
  return { kind: 'place', municipalityCode, town: office.town, placeName: office.name, exactAddress: null };
}
