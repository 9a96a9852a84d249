import { z } from 'zod';
import type { Tx } from '../../../../platform/database/connect.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { checkbox, choice, choices, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { type Call, post, type Route, refusedBy } from '../../../../platform/web/route.ts';
import { choosePlace, composing, LANGUAGES } from '../../../people/index.ts';
import { act, versioned } from '../../desk/acts/act.ts';
import { writeToRequester } from '../../desk/acts/write-to-requester.ts';
import { deskPageAgain } from '../../desk/request/page.tsx';
import { length, readStarts, timeFieldsOf } from '../../meet/times.ts';
import { spotSetting } from '../../settings.ts';
import { CATEGORIES, MOST, PLACE_KINDS } from '../../types.ts';
import { correctRequest } from './correct-request.ts';
import type { Corrected } from './rules.ts';

const Correction = z.object({
  ...versioned,
  ...composing,
  category: choice(CATEGORIES),
  durationMinutes: length,
  correctionReason: requiredText(MOST.reason, 'say_why'),
  /** Which of the fields below the form holds, `all` or `where` without times: an unticked box is an answer only where there was one. */
  parts: text(5),
  placeKind: z.enum(PLACE_KINDS).optional(),
  'place.municipality': text(5),
  'place.town': text(MOST.town),
  placeName: text(MOST.placeName),
  talkLanguages: choices(LANGUAGES),
  isEasyJapaneseOk: checkbox,
  ...timeFieldsOf('newTimes'),
});
type Correction = z.output<typeof Correction> & Readonly<Record<string, unknown>>;

/** The rules name things as Spot does; on a page with several forms each field has a name of its own. */
const FIELD_OF: Readonly<Record<string, string>> = {
  municipalityCode: 'place.municipality',
  town: 'place.town',
};

/** Putting right what a request says. */
export const correctionRoutes: readonly Route[] = [
  post({
    path: '/desk/requests/:id/corrections',
    access: ['coordinator'],
    audit: 'spot.request.corrected',
    form: Correction,
    handle: (call) => correct(call as Call<{ readonly id: string }, Correction, Tx>),
    again: deskPageAgain,
  }),
];

function correct(call: Call<{ readonly id: string }, Correction, Tx>) {
  return writeToRequester(call, ['correctionReason', call.fields.correctionReason], async (reason) => {
    const { corrected, refusals } = await readCorrection(call);
    if (refusals.length > 0) return refusedBy(...refusals);
    return act(
      call,
      async (on) => {
        const outcome = await correctRequest(call.db, { ...on, ...corrected, reason });
        return outcome.ok ? outcome : { ok: false, refusal: besideItsField(outcome.refusal) };
      },
      'was_corrected',
    );
  });
}

async function readCorrection({ db, fields }: Pick<Call<unknown, Correction, Tx>, 'db' | 'fields'>): Promise<{
  readonly corrected: Corrected;
  readonly refusals: readonly Refusal[];
}> {
  const { category, durationMinutes, placeKind, talkLanguages, isEasyJapaneseOk } = fields;
  const some = { category, durationMinutes };
  if (fields.parts === '') return { corrected: some, refusals: [] };
  const times = readStarts(fields, await readSetting(db, spotSetting), 'newTimes');
  if (!placeKind) return { corrected: some, refusals: [{ code: 'choose_where', field: 'placeKind' }] };
  const where = readWhere(fields);
  const refusals = placeKind === 'place' && where.refusal ? [where.refusal] : [];
  const place = { kind: placeKind, ...where.place, placeName: fields.placeName || null };
  const talk = { talkLanguages, isEasyJapaneseOk };
  return {
    corrected: { ...some, ...(fields.parts === 'all' && { possibleTimes: times.starts }), place, talk },
    refusals: [...times.refusals, ...refusals],
  };
}

/** The town as we know it, however it was written. */
function readWhere(fields: Correction) {
  const [municipality, town] = [fields['place.municipality'], fields['place.town']];
  const chosen = choosePlace({ postcode: '', municipality, town });
  if (chosen.ok) {
    const { municipalityCode, name } = chosen.value;
    return { place: { municipalityCode, town: name }, refusal: null };
  }
  const { field } = chosen.refusal;
  const beside = field === 'place.postcode' ? 'place.municipality' : (field ?? 'place.municipality');
  return { place: { municipalityCode: null, town: null }, refusal: { ...chosen.refusal, field: beside } };
}

function besideItsField(refusal: Refusal): Refusal {
  const { field } = refusal;
  if (field === undefined) return refusal;
  return { ...refusal, field: FIELD_OF[field] ?? field.replace(/^times/, 'newTimes') };
}
