import type { VNode } from 'preact';
import { type Facts, lines, type Saying } from '../../../kits/scenes/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { Link, OwnWords, PersonName } from '../../../ui/index.ts';
import { languageName } from '../../people/index.ts';
import { type DeskKey, deskMessages } from '../desk/words.ts';
import { spokenName } from '../offer/cards/card.tsx';
import { Town } from '../offer/town.tsx';
import { mayShowWordsBeforeConfirmation } from '../rules/words.ts';
import type { Assignment, RequestForm, SupportRequest } from '../types.ts';
import { type SpotKey, spotMessages, taskKey } from '../words.ts';

/** A request with as much as its reader has before them. */
export interface ToldRequest {
  readonly request: Omit<RequestForm, 'japaneseWords' | 'place'> &
    Partial<
      Pick<
        SupportRequest,
        'japanese' | 'forgottenAt' | 'requesterId' | 'enteredBy' | 'coordinatorId' | 'state'
      >
    > & {
      readonly place: Omit<RequestForm['place'], 'exactAddress'> & { readonly hasExactAddress?: boolean };
    };
  readonly exactAddress?: string | null;
  /** The volunteer's promise. */
  readonly assignment?: Pick<Assignment, 'language'> | null;
  /** Whom the volunteer meets: known once both have agreed. */
  readonly counterpart?: object | null;
  readonly names?: ReadonlyMap<string, string>;
}

type Labels = {
  readonly requester: SpotKey;
  readonly volunteer: SpotKey;
  readonly coordinator: DeskKey;
};

type To = Saying & { readonly reader: keyof Labels };

const t = ({ locale }: Saying) => spotMessages.in(locale);

/** Who is told what of a request, in the order in which it is asked. */
export const requestFacts: Facts<ToldRequest, Labels> = {
  words: { requester: spotMessages, volunteer: spotMessages, coordinator: deskMessages },
  facts: [
    { label: { coordinator: 'requester' }, value: (of, say) => who(of, say, of.request.requesterId) },
    { label: { coordinator: 'entered_by' }, value: (of, say) => who(of, say, of.request.enteredBy) },
    { label: { coordinator: 'coordinator' }, value: keeper },
    {
      label: { requester: 'category_label' },
      field: 'category',
      value: ({ request }, say) => t(say)(`category_${request.category}`),
    },
    {
      label: { requester: 'told_own_words', volunteer: 'own_words' },
      field: 'ownWords',
      isOwn: true,
      value: ownWords,
    },
    { label: { volunteer: 'details' }, value: heldBack },
    { label: { requester: 'japanese_rendering' }, value: rendering },
    {
      label: { volunteer: 'in_japanese_by' },
      params: ({ request }) => ({ origin: request.japanese?.origin ?? '' }),
      value: (of) => (isHeldBack(of) || of.request.forgottenAt ? null : japaneseOf(of)),
    },
    {
      label: { requester: 'told_tasks' },
      field: 'neededTasks',
      value: ({ request }, say) => lines(request.neededTasks.map((task) => t(say)(`task_${task}`))),
    },
    { label: { volunteer: 'what_it_needs', coordinator: 'tasks' }, value: needs },
    {
      label: { requester: 'length', volunteer: 'length', coordinator: 'length' },
      field: 'durationMinutes',
      value: ({ request }, { formats }) => formats.minutes(request.durationMinutes),
    },
    {
      label: { requester: 'told_times', coordinator: 'possible_times' },
      field: 'times',
      value: ({ request }, { formats }) => lines(request.possibleTimes.map((at) => formats.dayTime(at))),
    },
    {
      label: { requester: 'told_way' },
      field: 'placeKind',
      value: ({ request }, say) => t(say)(`place_kind_${request.place.kind}`),
    },
    {
      label: { requester: 'place_label' },
      field: 'place',
      value: (of) => (of.request.place.kind === 'place' ? <Where {...of} /> : null),
    },
    { label: { volunteer: 'where', coordinator: 'where' }, value: whereFromAfar },
    {
      label: { requester: 'exact_address_label', volunteer: 'exact_address' },
      field: 'exactAddress',
      isOwn: true,
      value: ({ exactAddress }) => exactAddress && <OwnWords>{exactAddress}</OwnWords>,
    },
    {
      label: { requester: 'told_languages', coordinator: 'languages' },
      field: 'talkLanguages',
      value: languages,
    },
    {
      label: { volunteer: 'language' },
      value: ({ request, assignment }, say) =>
        assignment &&
        t(say)('language_of_visit', {
          tense: request.state === 'visited' || request.state === 'closed' ? 'past' : 'ahead',
          language: spokenName(assignment.language, say.locale),
        }),
    },
    { label: { requester: 'told_gender', coordinator: 'gender_wish' }, field: 'genderWish', value: gender },
    {
      label: { requester: 'good_to_know_label', volunteer: 'good_to_know' },
      field: 'goodToKnow',
      isOwn: true,
      value: goodToKnow,
    },
  ],
};

function who({ names }: ToldRequest, { locale }: Saying, id: string | null | undefined): Words {
  if (!id) return null;
  return (
    <Link href={housePaths.person({ id })}>
      <PersonName>{names?.get(id) ?? deskMessages.in(locale)('somebody')}</PersonName>
    </Link>
  );
}

function keeper({ request: { coordinatorId }, names }: ToldRequest, { locale }: Saying): Words {
  const desk = deskMessages.in(locale);
  if (!coordinatorId) return desk('nobody_yet');
  return <PersonName>{names?.get(coordinatorId) ?? desk('somebody')}</PersonName>;
}

/** Words that may speak of health or children are for the one who goes, once both have agreed. */
function isHeldBack({ request, counterpart }: ToldRequest): boolean {
  return !request.forgottenAt && !counterpart && !mayShowWordsBeforeConfirmation(request.category);
}

function ownWords(of: ToldRequest, saying: To): Words {
  if (of.request.forgottenAt) return t(saying)('words_are_forgotten');
  const isHidden = saying.reader === 'volunteer' && isHeldBack(of);
  return isHidden ? null : <OwnWords as="p">{of.request.ownWords}</OwnWords>;
}

function heldBack(of: ToldRequest, saying: Saying): Words {
  if (!isHeldBack(of)) return null;
  return <span lang={localeFacts[saying.locale].tag}>{t(saying)('words_come_later')}</span>;
}

function japaneseOf({ request: { japanese } }: ToldRequest): Words {
  return (
    japanese && (
      <span class="kept-lines" lang="ja">
        {japanese.words}
      </span>
    )
  );
}

function rendering(of: ToldRequest, saying: Saying): Words {
  const { japanese } = of.request;
  return (
    japanese && (
      <>
        <p>{japaneseOf(of)}</p>
        <p class="field-hint">{t(saying)(`rendering_by_${japanese.origin}`)}</p>
      </>
    )
  );
}

/** Nobody goes along on the telephone or online. */
function needs({ request }: ToldRequest, saying: Saying): Words {
  return lines(request.neededTasks.map((task) => t(saying)(taskKey(task, request.place.kind))));
}

function Where({ request: { place } }: ToldRequest): VNode {
  return (
    <>
      <Town place={place} />
      {place.placeName && <OwnWords as="div">{place.placeName}</OwnWords>}
    </>
  );
}

/** As much of it as its reader needs now: what the place is called once both have agreed, the exact address the two alone. */
function whereFromAfar(of: ToldRequest, saying: To): Words {
  const { place } = of.request;
  if (place.kind !== 'place') return t(saying)(`place_kind_${place.kind}`);
  if (saying.reader === 'volunteer') return of.counterpart ? <Where {...of} /> : <Town place={place} />;
  const desk = deskMessages.in(saying.locale);
  return (
    <>
      <Where {...of} />
      {place.hasExactAddress && <div class="quiet">{desk('has_exact_address')}</div>}
    </>
  );
}

function languages({ request }: ToldRequest, saying: Saying): Words {
  const named = request.talkLanguages.map((language) => languageName(language, saying.locale));
  return lines(request.isEasyJapaneseOk ? [...named, t(saying)('easy_japanese_ok')] : named);
}

function gender({ request: { genderWish } }: ToldRequest, saying: To): Words {
  return genderWish && t(saying)(`gender_${genderWish}`);
}

function goodToKnow({ request, counterpart }: ToldRequest, { reader }: To): Words {
  const isHidden = reader === 'volunteer' && (!counterpart || request.forgottenAt);
  return request.goodToKnow && !isHidden ? <OwnWords>{request.goodToKnow}</OwnWords> : null;
}
