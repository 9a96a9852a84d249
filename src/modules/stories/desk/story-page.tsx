import type { VNode } from 'preact';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { useFormats, useHref, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  Columns,
  Disclosure,
  FormErrors,
  Link,
  OwnWords,
  PageHead,
  PersonName,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { plainLanguageName } from '../../people/index.ts';
import { storiesPaths } from '../paths.ts';
import { storyQuestions } from '../telling/questions.ts';
import { originOfText, plainly } from '../text/pieces.ts';
import { standingOf } from '../text/rules/grades.ts';
import type { Consent } from '../types.ts';
import { storiesStaffMessages } from '../words.ts';
import { keyOf } from './language.ts';
import { DeskStateChip } from './state-chip.tsx';
import { NextAct, StoryActs } from './story-acts.tsx';
import type { DeskStoryProps } from './story-props.ts';
import { DeskUses } from './uses.tsx';

/** A story for those who prepare it: what to do next, who is in it and what they agreed to, its words, picture and places. */
export function DeskStoryPage(props: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const { story, teller, form, uses } = props;
  return (
    <>
      <PageHead
        title={<PersonName>{teller}</PersonName>}
        lead={t('desk_story_lead')}
        back={{ href: storiesPaths.desk(), label: t('desk_stories') }}
        aside={<DeskStateChip story={story} />}
      />
      <FormErrors refusals={form.refusals} />
      <NextAct {...props} />
      <Columns first aside={<Ways {...props} />}>
        <People {...props} />
        <SummaryList rows={useTells(props)} />
        <Words {...props} />
        <Picture {...props} />
        {(uses.length > 0 || story.state === 'published') && <DeskUses {...props} />}
        <Answers {...props} />
        <StoryActs {...props} />
      </Columns>
    </>
  );
}

function People({ consents }: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const { day, list } = useFormats();
  const standing = ({ state, uses, naming, showsFace, inPicture, untilAt }: Consent) =>
    state === 'agreed' && untilAt
      ? list([
          ...uses.map((one) => t(`desk_use_in_${one}`)),
          t(`desk_naming_${naming}`),
          ...(inPicture ? [t(showsFace ? 'desk_face' : 'desk_no_face')] : []),
          t('desk_until', { day: day(untilAt) }),
        ])
      : t(`desk_consent_${state}`);
  return (
    <section class="stack">
      <h2>{t('desk_people')}</h2>
      <SummaryList
        rows={consents.map((one) => ({
          label: (
            <>
              <PersonName>{one.name}</PersonName>
              {one.guardian && <> ({t('desk_guardian', { name: one.guardian })})</>}
            </>
          ),
          value: standing(one),
        }))}
      />
    </section>
  );
}

function useTells({ story: { tells, isGuarded }, begunFrom }: DeskStoryProps): SummaryRow[] {
  const t = useWords(storiesStaffMessages);
  const locale = useLocale();
  const { list } = useFormats();
  const told = [
    ...(tells.ward ? [t('tells_ward')] : []),
    ...(tells.language ? [plainLanguageName(tells.language, locale)] : []),
    ...(tells.childAge ? [t(`child_age_${tells.childAge}`)] : []),
    ...(tells.job ? [t('tells_job')] : []),
  ];
  return [
    ...(begunFrom
      ? [{ label: t('desk_begun_from'), value: <Link href={begunFrom.href}>{begunFrom.title(locale)}</Link> }]
      : []),
    { label: t('tells_title'), value: told.length > 0 ? list(told) : t('tells_nothing') },
    ...(isGuarded ? [{ label: t('desk_guarded'), value: t('desk_guarded_text') }] : []),
  ];
}

function Words({ story, texts, revisions }: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  const { id } = story;
  const languageName = (locale: (typeof LOCALES)[number]) => t.plain(`desk_language_${keyOf(locale)}`);
  return (
    <section class="stack">
      <h2>{t('desk_words')}</h2>
      <SummaryList
        rows={LOCALES.map((locale) => {
          const text = texts.find((one) => one.locale === locale);
          const says = text
            ? `${t.plain(`desk_origin_${originOfText(text.pieces)}`)} · ${t.plain(`desk_standing_${standingOf(text, revisions)}`)}`
            : t('desk_not_written');
          const isOpen = story.endedAt === null && story.state !== 'invited';
          return {
            label: languageName(locale),
            value: says,
            ...(isOpen && {
              change: {
                href: storiesPaths.deskWords({ id, language: locale }),
                plainLabel: languageName(locale),
              },
            }),
          };
        })}
      />
      {texts.map(({ locale, pieces }) => (
        <Disclosure summary={languageName(locale)}>
          {pieces.map(({ text }) => (
            <OwnWords as="p">{plainly(text, locale)}</OwnWords>
          ))}
        </Disclosure>
      ))}
    </section>
  );
}

function Picture({ picture, story }: DeskStoryProps): VNode | null {
  const t = useWords(storiesStaffMessages);
  const href = useHref();
  if (!picture) return null;
  return (
    <section class="stack">
      <h2>{t('picture_title')}</h2>
      <img
        class="story-photo"
        src={href(storiesPaths.deskPhoto({ id: story.id }))}
        alt={picture.alt[story.source] ?? t.plain('picture_now')}
      />
    </section>
  );
}

function Answers({ given }: DeskStoryProps): VNode | null {
  const t = useWords(storiesStaffMessages);
  const locale = useLocale();
  if (!given) return null;
  const said = storyQuestions.say(given, locale).filter(({ answer }) => answer !== '');
  return (
    <Disclosure summary={t('desk_answers')}>
      <SummaryList
        rows={said.map(({ question, answer }) => ({
          label: question,
          value: <OwnWords>{`${answer as string}`}</OwnWords>,
        }))}
      />
    </Disclosure>
  );
}

/** Where one goes from here. */
function Ways({ story: { id, state } }: DeskStoryProps): VNode {
  const t = useWords(storiesStaffMessages);
  return (
    <nav class="stack" data-gap="small" data-screen-only aria-label={t.plain('desk_story_ways')}>
      {state === 'told' && <Link href={storiesPaths.deskPeople({ id })}>{t('person_add')}</Link>}
      {state === 'told' && <Link href={storiesPaths.deskPicture({ id })}>{t('picture_title')}</Link>}
      {(state === 'told' || state === 'asked' || state === 'agreed') && (
        <Link href={storiesPaths.deskTells({ id })}>{t('tells_title')}</Link>
      )}
      {state === 'published' && <Link href={storiesPaths.story({ id })}>{t('desk_story_see')}</Link>}
    </nav>
  );
}
