import type { ComponentChildren } from 'preact';
import { stripFurigana } from '../../../japanese/furigana.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { OwnWords, type SummaryRow } from '../../../ui/index.ts';
import { clockTime } from '../availability/rules.ts';
import { ageOn } from '../household/rules.ts';
import { languageName } from '../languages/known.ts';
import { hasSaidJapanese, levelKeyOf } from '../languages/rules.ts';
import { peopleMessages, peopleStaffMessages } from '../messages.ts';
import { placeNameOf } from '../place/views.tsx';
import { OTHER_CHANNELS, TASKS } from '../types.ts';
import type { WholeRecord } from './whole-person.ts';

/** Everything a person says of themselves; of what they were asked and have not said it is said so. */
export function usePersonRows(record: WholeRecord, today: Temporal.PlainDate): SummaryRow[] {
  const words = useWords(peopleStaffMessages);
  const own = useWords(peopleMessages);
  const locale = useLocale();
  const { person } = record;
  const unanswered = words('not_answered');
  const rows: [ComponentChildren, ComponentChildren][] = [
    [own('name'), person.name],
    [words('fact_called'), person.preferredName],
    [own('kana'), person.kana],
    [own('romaji'), person.romaji],
    [own('email'), person.email],
    [own('phone'), person.phone],
    ...OTHER_CHANNELS.map((channel): [ComponentChildren, ComponentChildren] => [
      own(`channel_${channel}`),
      record.channels[channel],
    ]),
    [words('fact_channel'), own(`channel_${person.preferredChannel}`)],
    [words('fact_mail_language'), stripFurigana(localeFacts[person.locale].name)],
    [own('gender'), person.gender === 'not_said' ? unanswered : own(`gender_${person.gender}`)],
    [own('birth_year'), person.birthYear],
    [words('fact_place'), placeNameOf(person, locale) ?? unanswered],
    [
      words('fact_distance'),
      // It is asked beside the town, and stands at a usual number until then.
      person.town ? words('kilometers', { km: person.maxTravelKm }) : unanswered,
    ],
    [
      own('japanese_short'),
      hasSaidJapanese(person.japaneseSpeaking, record.languages)
        ? own(`japanese_${person.japaneseSpeaking}`)
        : words('none_or_not_answered'),
    ],
    [words('fact_languages'), useLanguageLines(record) ?? unanswered],
    [words('fact_household'), useHouseholdLines(record, today)],
    [words('fact_times'), useHourLines(record)],
    [own('sentence'), person.sentence && <OwnWords>{person.sentence}</OwnWords>],
    [words('fact_about'), person.about && <OwnWords>{person.about}</OwnWords>],
  ];
  return rows.flatMap(([label, value]) =>
    value === null || value === undefined || value === ''
      ? []
      : [{ label, value: <div dir="auto">{value}</div> }],
  );
}

function useLanguageLines(record: WholeRecord): ComponentChildren {
  const words = useWords(peopleStaffMessages);
  const locale = useLocale();
  const formats = useFormats();
  if (record.languages.length === 0) return null;
  return record.languages.map((skill) => {
    const tasks = TASKS.filter((task) => skill[task] > 0).map((task) =>
      words.plain('task_level', {
        task: words.plain(`task_${task}`),
        level: words.plain(levelKeyOf(skill[task])),
      }),
    );
    return (
      <p>
        {words('tasks_in', { language: languageName(skill.language, locale), tasks: formats.list(tasks) })}
      </p>
    );
  });
}

function useHouseholdLines(record: WholeRecord, today: Temporal.PlainDate): ComponentChildren {
  const own = useWords(peopleMessages);
  if (record.household.length === 0) return null;
  return record.household.map(({ name, relation, birthMonth }) => (
    <p dir="auto">
      {name} · {own(`relation_${relation}`)}
      {birthMonth && <> · {own('years_old', { years: ageOn(birthMonth, today) })}</>}
    </p>
  ));
}

function useHourLines(record: WholeRecord): ComponentChildren {
  const words = useWords(peopleStaffMessages);
  const { weekly } = record.availability;
  if (weekly.length === 0) return null;
  return weekly.map(({ weekday, startMinute, endMinute }) => (
    <p>
      {words('hours_of_day', {
        day: words.plain(`weekday_${weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7}`),
        from: clockTime(startMinute),
        until: clockTime(endMinute),
      })}
    </p>
  ));
}
