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
}

/** A request put to a volunteer: both languages, when, where about, what it needs, why them; yes or cannot. */
export function OfferCardView({ card, answerUntil }: OfferCardProps): VNode {
  const t = useWords(spotMessages);
  const spot = useWords(spotMessages);
  const locale = useLocale();
  return (
    <RequestCard
      id={`offer-${card.offerId}`}
      picture={card.category}
      title={spot(`category_${card.category}`)}
      own={{
        text: card.words ? card.words.own : t('words_come_later'),
        lang: card.words ? languageOf(card.words.own) : localeFacts[locale].tag,
        label: t(card.words ? 'own_words' : 'details'),
      }}
      beside={useJapanese(card)}
      facts={useFacts(card, answerUntil)}
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

function useFacts(card: OfferCard, answerUntil: Temporal.Instant | null): RequestFact[] {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  return [
    {
      icon: 'calendar',
      label: t('when'),
      value: card.possibleTimes.map((time) => (
        <div>{formats.span(time, time.add({ minutes: card.durationMinutes }))}</div>
      )),
    },
    ...(answerUntil
      ? [
          {
            icon: 'wait' as const,
            label: t('until_when'),
            value: t('answer_until', { when: formats.dayTime(answerUntil) }),
          },
        ]
      : []),
    { icon: 'clock', label: t('length'), value: formats.minutes(card.durationMinutes) },
    { icon: 'pin', label: t('where'), value: <Where card={card} /> },
    {
      icon: 'check',
      label: t('what_it_needs'),
      value: card.neededTasks.map((task) => <div>{t(taskKey(task, card.placeKind))}</div>),
    },
    {
      icon: 'message',
      label: t('language'),
      value: t('you_would_speak', { language: spokenName(card.language, locale) }),
    },
  ];
}

/** The language of a visit as the reader calls it. */
export function spokenName(language: string, locale: Locale): Words {
  return language === 'ja-easy' ? spotMessages.in(locale)('easy_japanese') : languageName(language, locale);
}

/** Towns are points: nearer than this is the same neighborhood. */
const NEXT_DOOR_METERS = 500;

function Where({ card }: { card: OfferCard }): VNode {
  const t = useWords(spotMessages);
  const spot = useWords(spotMessages);
  const formats = useFormats();
  if (card.placeKind !== 'place') return <>{spot(`place_kind_${card.placeKind}`)}</>;
  return (
    <>
      <Town place={card} />
      {card.distanceMeters !== null && (
        <div class="quiet">
          {card.distanceMeters < NEXT_DOOR_METERS
            ? t('next_door')
            : t('away_from_you', { distance: formats.km(Math.round(card.distanceMeters / 100) / 10) })}
        </div>
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

/** One tap: with several possible times, each is a yes of its own. */
function Yes({ card }: { card: OfferCard }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const [only, ...others] = card.possibleTimes;
  return (
    <Form
      action={spotPaths.offerAcceptance({ id: card.requestId })}
      hidden={{ corrections: String(card.corrections) }}
    >
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
