import type { VNode } from 'preact';
import { languageOf } from '../../../../platform/languages/detect.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Button, Form, Prose, RequestCard, type RequestFact } from '../../../../ui/index.ts';
import { languageName } from '../../../people/index.ts';
import { spotPaths } from '../../paths.ts';
import type { OfferCard } from '../../store/lists/offer-cards.ts';
import type { OfferReason } from '../../types.ts';
import { spotMessages, taskKey } from '../../words.ts';
import { Town } from '../town.tsx';

export interface OfferCardProps {
  readonly card: OfferCard;
  /** null when there is no use in answering any more. */
  readonly answerUntil: Temporal.Instant | null;
  /** Which short dates leave out. */
  readonly thisYear: number;
  /** Among others: what is needed to choose is seen, the rest opens with the answer. */
  readonly isFolded?: boolean | undefined;
}

/** A request put to a volunteer: until when, both languages, when, where about; then what it needs, why them; yes or cannot. */
export function OfferCardView({ card, answerUntil, thisYear, isFolded }: OfferCardProps): VNode {
  const t = useWords(spotMessages);
  const locale = useLocale();
  return (
    <RequestCard
      id={`offer-${card.offerId}`}
      picture={card.category}
      title={t(`category_${card.category}`)}
      own={{
        text: card.words ? card.words.own : t('words_come_later'),
        lang: card.words ? languageOf(card.words.own) : localeFacts[locale].tag,
        label: t(card.words ? 'own_words' : 'details'),
      }}
      beside={useJapanese(card)}
      facts={useFirstFacts({ card, answerUntil, thisYear, isFolded })}
      moreFacts={useMoreFacts(card)}
      fold={isFolded && t('read_and_answer')}
      actions={<Answer card={card} />}
    >
      <Why card={card} />
      <p class="quiet">{t('others_are_asked')}</p>
    </RequestCard>
  );
}

function useJapanese({ words }: OfferCard): { text: Words; lang: string; label: Words } | undefined {
  const t = useWords(spotMessages);
  const locale = useLocale();
  if (!words || words.ownLocale === 'ja') return undefined;
  if (!words.japanese) {
    return { text: t('no_japanese_yet'), lang: localeFacts[locale].tag, label: t('in_japanese') };
  }
  return {
    text: words.japanese,
    lang: 'ja',
    label: t('in_japanese_by', { origin: words.japaneseOrigin ?? 'coordinator' }),
  };
}

function useFirstFacts({ card, answerUntil, thisYear, isFolded }: OfferCardProps): RequestFact[] {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const seen = isFolded ? card.possibleTimes.slice(0, 1) : card.possibleTimes;
  const others = card.possibleTimes.length - seen.length;
  const when = (
    <>
      {seen.map((time) => (
        <div>{formats.shortSpan(time, time.add({ minutes: card.durationMinutes }), thisYear)}</div>
      ))}
      {others > 0 && <div class="quiet">{t('or_at_other_times', { count: others })}</div>}
    </>
  );
  const until = answerUntil && t('answer_until', { when: formats.shortDayTime(answerUntil, thisYear) });
  return [
    ...(until ? [{ icon: 'wait' as const, label: t('until_when'), value: <strong>{until}</strong> }] : []),
    { icon: 'calendar', label: t('when'), value: when },
    { icon: 'pin', label: t('where'), value: <Where card={card} isFolded={isFolded} /> },
  ];
}

function useMoreFacts(card: OfferCard): RequestFact[] {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const needed = card.neededTasks.map((task) => <div>{t(taskKey(task, card.placeKind))}</div>);
  const language = spokenName(card.language, useLocale());
  return [
    { icon: 'clock', label: t('length'), value: formats.minutes(card.durationMinutes) },
    { icon: 'check', label: t('what_it_needs'), value: needed },
    { icon: 'message', label: t('language'), value: t('you_would_speak', { language }) },
  ];
}

/** The language of a visit as the reader calls it. */
export function spokenName(language: string, locale: Locale): Words {
  return language === 'ja-easy' ? spotMessages.in(locale)('easy_japanese') : languageName(language, locale);
}

/** Towns are points: nearer than this is the same neighborhood. */
const NEXT_DOOR_METERS = 500;

function Where({ card, isFolded }: Pick<OfferCardProps, 'card' | 'isFolded'>): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const distance = (meters: number) => {
    if (meters < NEXT_DOOR_METERS) return t(isFolded ? 'nearby' : 'next_door');
    const far = { distance: formats.km(Math.round(meters / 100) / 10) };
    return t(isFolded ? 'about_distance' : 'away_from_you', far);
  };
  if (card.placeKind !== 'place') return <>{t(`place_kind_${card.placeKind}`)}</>;
  return (
    <>
      <Town place={card} />
      {card.distanceMeters !== null && (
        <span class={isFolded ? 'quiet unbroken' : 'quiet'}> {distance(card.distanceMeters)}</span>
      )}
    </>
  );
}

/** Reasons that speak to the volunteer; the others are the coordinators' business. */
const SAID = ['able_in_language', 'knows_category', 'practiced_category', 'never_served'] as const;
type Said = (typeof SAID)[number];

function Why({ card }: { card: OfferCard }): VNode | null {
  const t = useWords(spotMessages);
  const locale = useLocale();
  const said = card.reasons.filter((reason): reason is OfferReason & { code: Said } =>
    SAID.some((code) => code === reason.code),
  );
  if (said.length === 0) return null;
  return (
    <Prose>
      <p>{t('why_you')}</p>
      <ul>
        {said.map(({ code }) => (
          <li>{t(`why_${code}`, { language: spokenName(card.language, locale) })}</li>
        ))}
      </ul>
    </Prose>
  );
}

function Answer({ card }: { card: OfferCard }): VNode {
  const t = useWords(spotMessages);
  return (
    <>
      {card.possibleTimes.length === 0 ? (
        <Button disabledReason={t('times_are_over')}>{t('yes')}</Button>
      ) : (
        <Yes card={card} />
      )}
      {/* Nobody is asked twice for the same request, so a slip of the thumb must not say no. */}
      <ActionForm
        id={`cannot-${card.offerId}`}
        action={spotPaths.offerRefusal({ id: card.requestId })}
        confirm={t('cannot_confirm')}
      >
        {t('cannot')}
      </ActionForm>
    </>
  );
}

/** What a yes promises, and the yes: with several possible times, each is one of its own. */
function Yes({ card }: { card: OfferCard }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const [only, ...others] = card.possibleTimes;
  return (
    <Form
      action={spotPaths.offerAcceptance({ id: card.requestId })}
      hidden={{ corrections: String(card.corrections) }}
    >
      <p>{t('your_promise', { kind: card.placeKind })}</p>
      {only && others.length === 0 ? (
        <Button kind="main" name="startsAt" value={only.toString()}>
          {t('yes')}
        </Button>
      ) : (
        card.possibleTimes.map((time) => (
          <Button kind="main" name="startsAt" value={time.toString()}>
            {t('yes_at', { when: formats.dayTime(time) })}
          </Button>
        ))
      )}
    </Form>
  );
}
