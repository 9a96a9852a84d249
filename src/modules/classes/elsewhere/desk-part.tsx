import { instantAt } from '../../../platform/clock.ts';
import { formatsIn } from '../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { askingDesk, type DeskItem, type DeskPart } from '../../../platform/parts/desk-part.ts';
import { childrenDesk } from '../children/elsewhere/desk-part.tsx';
import { titleOf, wordsOf } from '../courses/words.ts';
import { dayDesk, isWorry } from '../day/elsewhere/desk-part.ts';
import { classesPaths } from '../paths.ts';
import { WAITING_KINDS, type WaitingClass, type WaitingKind, waitingClasses } from '../store/on-desk.ts';
import { classesStaffMessages } from '../words.ts';

interface ShownClass {
  readonly title: string;
  /** In which language that is. */
  readonly tag: string;
  /** As milliseconds. */
  readonly at: number;
  readonly count: number;
  readonly [name: string]: string | number;
}

const isOurs = (kind: string): kind is WaitingKind => WAITING_KINDS.some((one) => one === kind);
/** A family does not wait longer for an answer, nor the figures for a report. */
const ANSWER_WITHIN = { hours: 72 };
/** After a visit a family would like to know. */
const DECIDE_WITHIN = { hours: 72 };
const REPORT_WITHIN = { hours: 7 * 24 };

/** Days on which children are without a seat, families that ask, days to be reported; what went wrong, and what is missing around a child. */
export const classesDesk: DeskPart = {
  name: 'classes',
  async ask(db, reader) {
    const children = await childrenDesk.ask(db, reader);
    const day = await dayDesk.ask(db, reader);
    if (!children || !day) return null;
    const questions = { ...children.questions, ...day.questions, waitingClasses: waitingClasses(reader.now) };
    return askingDesk(questions, (answers) => {
      const around = children.show(answers as never);
      const worries = day.show(answers as never);
      const own = answers.waitingClasses as readonly WaitingClass[];
      return {
        ...around,
        items: [...worries.items, ...around.items, ...own.map((one) => toItem(one, reader.locale))],
      };
    });
  },
  sayKind(kind, locale) {
    if (isOurs(kind)) return classesStaffMessages.in(locale).plain(`desk_${kind}`);
    return (isWorry(kind) ? dayDesk : childrenDesk).sayKind(kind, locale);
  },
  cells(row: { readonly act: string; readonly what: ShownClass; readonly thisYear: number }) {
    const t = useWords(classesStaffMessages);
    const locale = useLocale();
    if (!isOurs(row.act)) return (isWorry(row.act) ? dayDesk : childrenDesk).cells(row as never);
    const { title, tag, at, count } = row.what;
    const when = formatsIn(locale).plain.shortDayTime(instantAt(at), row.thisYear);
    return {
      act: t(`desk_${row.act}_act`),
      apart: `${title} · ${when}`,
      title: tag === localeFacts[locale].tag ? title : <span lang={tag}>{title}</span>,
      facts: [when, t.plain(`desk_${row.act}_facts`, { count })].join(' · '),
    };
  },
  ways: [{ href: classesPaths.deskClasses(), label: classesStaffMessages.label('desk_classes').plain }],
};

function toItem(one: WaitingClass, locale: Locale): DeskItem<ShownClass> {
  const { id, kind, at, count } = one;
  const within = {
    ...{ class_short: { hours: 0 }, class_asked: ANSWER_WITHIN },
    ...{ class_tried: DECIDE_WITHIN, class_report: REPORT_WITHIN },
  };
  const isOfCourse = kind === 'class_asked' || kind === 'class_tried';
  const hrefOf = isOfCourse ? classesPaths.deskCourse : classesPaths.deskSession;
  return {
    ...{ id: `${kind}-${id}`, kind, act: kind, whose: null },
    urgency: kind === 'class_report' ? 2 : 1,
    breaksAt: at.add(within[kind]),
    href: hrefOf({ id }),
    what: () => ({
      title: titleOf(one, locale),
      tag: localeFacts[wordsOf(one, locale).language].tag,
      ...{ at: at.epochMilliseconds, count },
    }),
  };
}
