import type { ComponentChildren, VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { ActionForm, Card, Notice, OwnWords, PageHead, SummaryList } from '../../../../ui/index.ts';
import { languageName } from '../../../people/index.ts';
import { WayToLearning } from '../../day/ways.tsx';
import { childrenPaths } from '../paths.ts';
import { careOn } from '../rules/care.ts';
import { missingOn, type WholeChild } from '../rules/complete.ts';
import { listMayFetch } from '../rules/fetching.ts';
import type { EnrolledIn, SeatAhead } from '../store/ahead.ts';
import { childrenMessages } from '../words.ts';
import { wordsOfCourse } from './course-words.ts';
import { CalledOff, ChildName, Missing, NextClasses, useSchoolYear } from './parts.tsx';

interface OneProps {
  readonly whole: WholeChild;
  readonly seats: readonly SeatAhead[];
  readonly calledOff: readonly SeatAhead[];
  readonly enrolments: readonly EnrolledIn[];
  /** Who looks: each guardian reads their own answers alone. */
  readonly readerId: string;
  readonly today: Temporal.PlainDate;
}

/** A child, for a guardian: what is missing, the next classes, what the class knows and where it is changed. */
export function OnePage(props: OneProps): VNode {
  const t = useWords(childrenMessages);
  const { whole, seats, calledOff, enrolments, today } = props;
  const { child } = whole;
  const missing = missingOn(whole, today);
  return (
    <>
      <PageHead
        title={<ChildName child={child} />}
        lead={useSchoolYear(child, today)}
        back={{ href: childrenPaths.mine(), label: t('back_to_children') }}
      />
      {missing.length > 0 && (
        <Notice tone="notice" title={t('missing_title')}>
          <Missing child={child} missing={missing} />
        </Notice>
      )}
      <Card title={t('next_classes')} level={2}>
        <CalledOff seats={calledOff} />
        {waits(props) ? <p>{t('answer_comes_first')}</p> : <NextClasses seats={seats} />}
        {enrolments.some(({ state }) => state !== 'asked') && <WayToLearning childId={child.id} />}
      </Card>
      <section class="stack">
        <h2>{t('facts_title')}</h2>
        <Facts {...props} />
      </section>
      <Courses {...props} />
    </>
  );
}

/** Whether there can be no class yet, since the family waits to hear whether the child has a place. */
const waits = ({ seats, enrolments }: OneProps): boolean =>
  seats.length === 0 && enrolments.length > 0 && enrolments.every(({ state }) => state === 'asked');

/** The courses of the child, each with the way out. */
function Courses({ whole, enrolments }: OneProps): VNode | null {
  const t = useWords(childrenMessages);
  const locale = useLocale();
  if (enrolments.length === 0) return null;
  return (
    <section class="stack">
      <h2>{t('courses_title')}</h2>
      <SummaryList
        rows={enrolments.map(({ enrolmentId, state, texts }) => ({
          label: wordsOfCourse({ texts }, locale).title,
          value: (
            <>
              <p>{t(`enrolment_${state}`)}</p>
              <ActionForm
                action={childrenPaths.leaving({ id: whole.child.id })}
                hidden={{ enrolmentId }}
                confirm={t('leave_course_text')}
              >
                {t('leave_course')}
              </ActionForm>
            </>
          ),
        }))}
      />
    </section>
  );
}

/** What is said of the child, line by line. What another guardian answered, and who is barred, is nobody's to read here. */
function Facts(props: OneProps): VNode {
  const t = useWords(childrenMessages);
  const locale = useLocale();
  const { list } = useFormats();
  const { child } = props.whole;
  const { id } = child;
  const row = (label: Label, value: ComponentChildren, href: string) => ({
    label: t(label),
    value,
    change: { href, plainLabel: t.plain(label) },
  });
  const details = childrenPaths.details({ id });
  return (
    <SummaryList
      rows={[
        row('health', <Health {...props} />, childrenPaths.health({ id })),
        row('fetch', <Fetchers {...props} />, childrenPaths.fetchers({ id })),
        row('part_photos', t(`photos_${child.photos}`), childrenPaths.photos({ id })),
        row('home_languages', list(child.languages.map((code) => languageName(code, locale))), details),
        row('reading', t(`reading_${child.reading}`), details),
        ...(child.school ? [row('school', <OwnWords>{child.school}</OwnWords>, details)] : []),
        ...(child.note ? [row('child_note', <OwnWords>{child.note}</OwnWords>, details)] : []),
        ...useOwnAnswers(props).map(([label, value]) => row(label, value, childrenPaths.family({ id }))),
      ]}
    />
  );
}

type Label = Parameters<ReturnType<typeof childrenMessages.in>>[0];

/** What this guardian has said of themselves. */
function useOwnAnswers({ whole, readerId }: OneProps): (readonly [Label, ComponentChildren])[] {
  const t = useWords(childrenMessages);
  const own = whole.guardianships.find(({ personId }) => personId === readerId);
  if (!own) return [];
  const { phone, custody } = own;
  return [
    ['your_phone', phone || t('health_unsaid')],
    ['decides', custody ? t(`decides_${custody.decides}`) : t('health_unsaid')],
  ];
}

function Health({ whole, today }: Pick<OneProps, 'whole' | 'today'>): VNode {
  const t = useWords(childrenMessages);
  const care = careOn(whole.child, whole.notes, today);
  if (care.kind !== 'notes') return <>{t(`health_${care.kind}`)}</>;
  return (
    <ul>
      {care.notes.map(({ kind, foods, what }) => (
        <li>
          <p>{t(`care_${kind}`)}</p>
          {foods.length > 0 && (
            <p>
              <b>
                <Foods foods={foods} />
              </b>
            </p>
          )}
          {what && <OwnWords as="p">{what}</OwnWords>}
        </li>
      ))}
    </ul>
  );
}

/** Foods in the reader's language. */
export function Foods({ foods }: { readonly foods: WholeChild['notes'][number]['foods'] }): VNode {
  const t = useWords(childrenMessages);
  const { list } = useFormats();
  return <>{list(foods.map((food) => t(`food_${food}`)))}</>;
}

function Fetchers({ whole, today }: Pick<OneProps, 'whole' | 'today'>): VNode {
  const t = useWords(childrenMessages);
  // Who is barred is not told here, and not by somebody missing from the list either.
  const all = listMayFetch({ ...whole, bars: [] }, today);
  if (all.length === 0) return <>{t('fetch_nobody')}</>;
  return (
    <ul>
      {all.map((one) => (
        <li>
          {t('who_is', {
            who: <OwnWords>{one.name}</OwnWords>,
            relation: t(`relation_${one.relation}`),
          })}
        </li>
      ))}
    </ul>
  );
}
