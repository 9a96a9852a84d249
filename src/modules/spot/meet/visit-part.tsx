import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, Link, Notice, OwnWords, PersonName, SummaryList, type SummaryRow } from '../../../ui/index.ts';
import { trustPaths } from '../../trust/index.ts';
import { isWorryOpen } from '../close/rules/worry.ts';
import { nameOfLanguage } from '../desk/reasons.ts';
import type { DeskProps } from '../desk/request/scene.ts';
import { deskMessages } from '../desk/words.ts';
import type { Assignment, VisitRecord } from '../types.ts';

/** Who comes when, how the visit goes, and what both said afterwards. */
export function VisitPart(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { assignment, record, names } = props;
  if (!assignment || !record) return null;
  const rows: SummaryRow[] = [
    {
      label: t('volunteer'),
      value: (
        <Link href={housePaths.person({ id: assignment.volunteerId })}>
          <PersonName>{names.get(assignment.volunteerId) ?? t('somebody')}</PersonName>
        </Link>
      ),
    },
    { label: t('visit_time'), value: formats.span(assignment.startsAt, assignment.endsAt) },
    { label: t('language'), value: nameOfLanguage(assignment.language, locale) },
    ...useRecordRows(assignment, record),
  ];
  return (
    <Card title={t('visit_title')} level={2}>
      {record.feedback?.isUnsafe && (
        <Notice
          tone={isWorryOpen(record) ? 'danger' : 'info'}
          title={t(isWorryOpen(record) ? 'unsafe_title' : 'unsafe_closed_title')}
        >
          {record.feedback.unsafeWords ? (
            <OwnWords as="p">{record.feedback.unsafeWords}</OwnWords>
          ) : (
            isWorryOpen(record) && <p>{t('worry_without_words')}</p>
          )}
          <p>
            <Link href={trustPaths.concerns()}>{t('to_concerns')}</Link>
          </p>
        </Notice>
      )}
      <SummaryList rows={rows} />
    </Card>
  );
}

function useRecordRows(assignment: Assignment, record: VisitRecord): SummaryRow[] {
  const t = useWords(deskMessages);
  const formats = useFormats();
  const { report, feedback } = record;
  const words = (text: string) => <OwnWords>{text}</OwnWords>;
  const rows: (SummaryRow | null)[] = [
    {
      label: t('agreed'),
      value: assignment.confirmedAt ? formats.dayTime(assignment.confirmedAt) : t('not_confirmed_yet'),
    },
    record.checkedInAt && { label: t('met'), value: formats.dayTime(record.checkedInAt) },
    record.checkedOutAt && { label: t('ended'), value: formats.dayTime(record.checkedOutAt) },
    report && { label: t('report_done'), value: words(report.doneWords) },
    report && { label: t('report_minutes'), value: formats.minutes(report.spentMinutes) },
    report?.learnedWords ? { label: t('report_learned'), value: words(report.learnedWords) } : null,
    feedback && { label: t('feedback'), value: t(`solution_${feedback.solution}`) },
    feedback?.thanksWords ? { label: t('thanks'), value: words(feedback.thanksWords) } : null,
  ];
  return rows.filter((row) => row !== null);
}
