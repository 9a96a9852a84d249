import type { VNode } from 'preact';
import { findMunicipality } from '../../japanese/places.ts';
import { housePaths } from '../../platform/addresses/paths.ts';
import { type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { rubyWords, type Words } from '../../platform/languages/messages.tsx';
import { useFormats, useLocale, useWords } from '../../platform/languages/reading.tsx';
import { CallButton, Calls, Card, Link, Notice, PageHead, StatusChip } from '../../ui/index.ts';
import { languageName, municipalityWords } from '../people/index.ts';
import { wordsIn } from './helplines/own-line.ts';
import { arrangeHelplines, closing, FIRST_NUMBERS, HELPLINE_GROUPS, type HelplineCard } from './rules.ts';
import type { CheckedHelpline, OwnLine } from './types.ts';

import { safetyMessages } from './words.ts';

const isFirst = ({ helpline }: CheckedHelpline) =>
  FIRST_NUMBERS.some(({ number }) => number === helpline.number);

/** Two buttons to press before any word, then the helplines by how soon they help. Needs no script and no sign-in. */
export function HelpNowPage(props: {
  lines: readonly CheckedHelpline[];
  /** While the database is away: when the organization's own part was last read, null when never. */
  asOf?: Temporal.Instant | null;
}): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const others = props.lines.filter((line) => !isFirst(line));
  const cards = arrangeHelplines(others, new Intl.Locale(localeFacts[useLocale()].tag).language);
  const groups = HELPLINE_GROUPS.filter((group) => cards.some((card) => card.group === group));
  const collected = props.lines[0]?.helpline.collected_on;
  return (
    <>
      <PageHead title={t('help_now_title')} />
      <Calls>
        {FIRST_NUMBERS.map(({ number, purpose }) => (
          <CallButton tel={number} number={number} kind="kaki">
            {t(purpose)}
          </CallButton>
        ))}
      </Calls>
      <Notice tone="danger">
        <p>{t('call_first_text')}</p>
        <p>{t('say_in_japanese')}</p>
      </Notice>
      <p class="lead">{t('help_now_lead')}</p>
      <nav aria-label={t.plain('help_now_title')} data-screen-only data-one-sheet>
        <ul class="row">
          {groups.map((group) => (
            <li>
              <Link href={`#${group}`} kind="block">
                {t(`group_${group}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section>
          <h2 id={group}>{t(`group_${group}`)}</h2>
          <div class="tiles">
            {cards
              .filter((card) => card.group === group)
              .map((card) => (
                <LineCard card={card} />
              ))}
          </div>
        </section>
      ))}
      <p data-screen-only>
        <Link href={`${housePaths.consultationsNew()}?from=help_now`}>{t('to_consultation')}</Link>
      </p>
      <p data-screen-only>
        <Link href={housePaths.offices()}>{t('to_offices')}</Link>
      </p>
      <Notice tone="info">
        <p>{t('not_our_numbers')}</p>
        {props.asOf === null && <p>{t('without_own_lines')}</p>}
        {props.asOf && <p>{t('as_of', { time: formats.dayTime(props.asOf) })}</p>}
        {collected && <p>{t('collected_on', { day: formats.day(Temporal.PlainDate.from(collected)) })}</p>}
      </Notice>
    </>
  );
}

function LineCard(props: { card: HelplineCard }): VNode {
  const { card } = props;
  return (
    <Card
      title={usePurpose(card, card.lines[0]?.own ?? null)}
      aside={card.lines.some(({ needsCheck }) => needsCheck) ? <CallToCheck /> : undefined}
    >
      {card.lines.map((line) => (
        <>
          <Facts line={line} />
          <Calls>
            <CallButton tel={line.helpline.tel} number={line.helpline.number} />
          </Calls>
        </>
      ))}
    </Card>
  );
}

/** What a line is for; the desk of a ward or city by its name, the organization's own line in its words. */
export function usePurpose(
  { purpose, area }: Pick<HelplineCard, 'purpose' | 'area'>,
  own: OwnLine | null,
): Words {
  const t = useWords(safetyMessages);
  const locale: Locale = useLocale();
  if (purpose === 'own') {
    const said = own?.about ? wordsIn(own.about.words, locale) : '';
    return locale === 'ja-easy' ? rubyWords(said) : said;
  }
  if (purpose !== 'ward_desk') return t(`purpose_${purpose}`);
  const place = findMunicipality(area);
  return t('purpose_ward_desk', { ward: place ? municipalityWords(place, locale) : '' });
}

function CallToCheck(): VNode {
  const t = useWords(safetyMessages);
  return <StatusChip tone="notice">{t('call_to_check')}</StatusChip>;
}

/** When somebody answers, in which languages, at what cost, and when we last called ourselves. */
function Facts(props: { line: CheckedHelpline }): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const names = useLanguageNames();
  const { helpline, verifiedOn } = props.line;
  const { chat_languages: chat, key_for_languages: key } = helpline;
  return (
    <>
      <p>
        <Answers helpline={helpline} />
      </p>
      {key && <p>{t('press_for_languages', { key })}</p>}
      {chat.length > 0 && <p>{t('chat_languages', { list: names(chat) })}</p>}
      {verifiedOn && <p class="field-hint">{t('verified_on', { day: formats.day(verifiedOn) })}</p>}
    </>
  );
}

/** When somebody answers, in which languages, and whether it is free, in one line. */
export function Answers({ helpline }: Pick<CheckedHelpline, 'helpline'>): VNode {
  const t = useWords(safetyMessages);
  return (
    <>
      <Hours hours={helpline.hours} /> · <Languages helpline={helpline} />
      {helpline.is_free ? <> · {t('free')}</> : null}
    </>
  );
}

/** When somebody answers. */
export function Hours(props: { hours: CheckedHelpline['helpline']['hours'] }): VNode {
  const t = useWords(safetyMessages);
  const formats = useFormats();
  const { hours } = props;
  if (hours.kind !== 'weekly') return <>{t(`hours_${hours.kind}`)}</>;
  const days = hours.weekdays.length === 7 ? t('every_day') : t('on_weekdays');
  if (!hours.from || !hours.to) return <>{days}</>;
  const { time, isNextDay } = closing(hours.from, hours.to);
  const times = { from: formats.clock(hours.from), until: formats.clock(time) };
  return (
    <>
      {days} {t(isNextDay ? 'until_the_next_day' : 'from_until', times)}
    </>
  );
}

/** The languages of a line by name; how many, where no source names them; else that one has to ask. */
export function Languages(props: { helpline: CheckedHelpline['helpline'] }): VNode {
  const t = useWords(safetyMessages);
  const names = useLanguageNames();
  const { languages, language_count: count, has_interpreters } = props.helpline;
  if (languages.length === 0) return <>{count ? t('language_count', { count }) : t('languages_unknown')}</>;
  const list = names(languages);
  return <>{has_interpreters ? t('languages_and_interpreters', { list }) : list}</>;
}

function useLanguageNames(): (tags: readonly string[]) => Words {
  const formats = useFormats();
  const locale = useLocale();
  return (tags) => formats.list(tags.map((tag) => languageName(tag, locale)));
}
