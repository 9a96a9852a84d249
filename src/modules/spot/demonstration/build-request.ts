import type { Tx } from '../../../platform/database/connect.ts';
import { type InventedDays, walk } from '../../../platform/parts/demonstration.ts';
import type { RequestState } from '../transitions.ts';
import type { RequestForm } from '../types.ts';
import type { RequestToBe, RequestWords, Story } from './plan.ts';
import { type RequestCalendar, timesOf } from './request-times.ts';
import { stepsOf } from './story.ts';

type Calendar = Pick<RequestCalendar, 'sentOn' | 'possible'>;

/** Days that lead to each state, everything before today. */
const USUAL_DAYS: Readonly<Record<RequestState, Calendar>> = {
  submitted: {
    sentOn: -1,
    possible: [
      [4, '10:00'],
      [5, '14:00'],
    ],
  },
  asked_back: { sentOn: -2, possible: [[4, '10:00']] },
  open: {
    sentOn: -2,
    possible: [
      [5, '10:00'],
      [6, '10:00'],
    ],
  },
  accepted: { sentOn: -3, possible: [[4, '10:00']] },
  confirmed: { sentOn: -5, possible: [[0, '14:00']] },
  in_progress: { sentOn: -7, possible: [[-1, '16:00']] },
  visited: { sentOn: -8, possible: [[-2, '10:00']] },
  closed: { sentOn: -10, possible: [[-4, '10:00']] },
  unfilled: { sentOn: -5, possible: [[1, '10:00']] },
  no_show: { sentOn: -8, possible: [[-2, '10:00']] },
  declined: { sentOn: -4, possible: [[3, '10:00']] },
  redirected: { sentOn: -4, possible: [[3, '10:00']] },
  cancelled: { sentOn: -5, possible: [[2, '10:00']] },
};

export interface RequestWanted {
  readonly state: RequestState;
  readonly requesterId: string;
  readonly coordinatorId: string;
  /** Asked before others where they fit; the first of them says yes. Without any, the best by the ranking. */
  readonly volunteerIds?: readonly string[];
  /** Everything that has happened lies before today. */
  readonly days: InventedDays;
  readonly form?: Partial<Omit<RequestForm, 'possibleTimes'>>;
  readonly words?: RequestWords;
}

/**
 * A request led to a state through Spot's own commands, each act at its own time. Volunteers who fit must be there
 * already for every state after `open`.
 * @returns the request, who was asked and who said yes
 * @throws when a rule refuses an act
 */
export async function buildRequest(tx: Tx, wanted: RequestWanted): Promise<Story> {
  const { days, form, ...whole } = wanted;
  const durationMinutes = form?.durationMinutes ?? 60;
  const times = timesOf({ days, durationMinutes, ...USUAL_DAYS[wanted.state] });
  const request: RequestToBe = {
    words: {},
    ...whole,
    times,
    form: { ...USUAL_FORM, ...form, possibleTimes: times.possible },
  };
  const story: Story = { requestId: '', askedIds: [], volunteerId: null };
  await walk(tx, stepsOf(request, story));
  return story;
}

const USUAL_FORM: Omit<RequestForm, 'possibleTimes'> = {
  category: 'admin',
  ownWords: 'I would like to hand in a form at the ward office, but I cannot read it.',
  ownWordsLocale: 'en',
  japaneseWords: null,
  neededTasks: ['speak', 'read'],
  talkLanguages: ['en'],
  isEasyJapaneseOk: true,
  place: {
    kind: 'place',
    municipalityCode: '13107',
    town: '吾妻橋一丁目',
    placeName: '墨田区役所',
    exactAddress: null,
  },
  genderWish: null,
  goodToKnow: null,
  durationMinutes: 60,
  photoIds: [],
};
