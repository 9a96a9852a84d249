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
  /** What they say of themselves; empty for nothing. */
  readonly sentence: string;
  /** Where their face is, if they show it. */
  readonly portrait: string | null;
  readonly languages: readonly string[];
  /** In which the two will talk; `ja-easy` among them. */
  readonly language: string;
  readonly visitsDone: number;
  readonly approvedSince: Temporal.Instant | null;
}

/** The name to call, languages, visits so far, since when approved. */
export function VolunteerCard(props: { volunteer: ComingVolunteer; hasCome: boolean }): VNode {
  const t = useWords(spotMessages);
  const { volunteer, hasCome } = props;
  const language = spokenName(volunteer.language, useLocale());
  return (
    <Card title={t(hasCome ? 'who_came' : 'who_comes')} level={2}>
      <VolunteerBadge volunteer={volunteer} />
      {!hasCome && <p>{t('talk_in', { language })}</p>}
    </Card>
  );
}

/** A volunteer as whoever they help meets them. */
export function VolunteerBadge({ volunteer }: { volunteer: ComingVolunteer }): VNode {
  const t = useWords(spotMessages);
  const formats = useFormats();
  const locale = useLocale();
  const { name, approvedSince, visitsDone } = volunteer;
  return (
    <PersonBadge
      name={name.text}
      shown={name.words}
      written={name.written}
      portrait={volunteer.portrait}
      sentence={volunteer.sentence}
      size="large"
      more={
        <>
          <p>{t('visits_done', { count: visitsDone })}</p>
          {approvedSince && <p>{t('approved_since', { day: formats.day(approvedSince) })}</p>}
        </>
      }
    >
      {formats.list(volunteer.languages.map((language) => languageName(language, locale)))}
    </PersonBadge>
  );
}
