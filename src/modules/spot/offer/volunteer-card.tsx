import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, PersonBadge } from '../../../ui/index.ts';
import { languageName, type ShownName } from '../../people/index.ts';
import { spotMessages } from '../words.ts';
import { spokenName } from './cards/card.tsx';

/** Who said yes, as the requester may know them. */
export interface ComingVolunteer {
  readonly personId: string;
  readonly name: ShownName;
  readonly languages: readonly string[];
  /** In which the two will talk; `ja-easy` among them. */
  readonly language: string;
  readonly visitsDone: number;
  readonly approvedSince: Temporal.Instant | null;
}

/** The name to call, languages, visits so far, since when approved. */
export function VolunteerCard(props: { volunteer: ComingVolunteer; hasCome: boolean }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { volunteer } = props;
  const languages = formats.list(volunteer.languages.map((language) => languageName(language, locale)));
  return (
    <Card title={t(props.hasCome ? 'who_came' : 'who_comes')} level={2}>
      <PersonBadge name={volunteer.name.text} shown={volunteer.name.words} written={volunteer.name.written}>
        {languages}
      </PersonBadge>
      {!props.hasCome && <p>{t('talk_in', { language: spokenName(volunteer.language, locale) })}</p>}
      <p>{t('visits_done', { count: volunteer.visitsDone })}</p>
      {volunteer.approvedSince && <p>{t('approved_since', { day: formats.day(volunteer.approvedSince) })}</p>}
    </Card>
  );
}
