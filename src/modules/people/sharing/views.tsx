import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import { Card, OwnWords, PersonBadge, SummaryList, type SummaryRow } from '../../../ui/index.ts';
import { languageName } from '../languages/known.ts';
import { hasSaidJapanese } from '../languages/rules.ts';
import { peopleMessages } from '../messages.ts';
import { placeWordsOf } from '../place/views.tsx';
import { OTHER_CHANNELS } from '../types.ts';
import type { SharedProfile } from './rules.ts';

/** Somebody as their confirmed counterpart sees them. */
export function SharedProfileCard(props: { profile: SharedProfile; portrait: string | null }): VNode {
  const { profile } = props;
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const locale = useLocale();
  const languages = profile.languages
    .filter(({ language, speak }) => language !== 'ja' && speak > 0)
    .map(({ language }) => languageName(language, locale));
  return (
    <Card>
      <PersonBadge
        name={profile.name.text}
        shown={profile.name.words}
        written={profile.name.written}
        portrait={props.portrait}
        sentence={profile.sentence}
        size="large"
      >
        {languages.length > 0 ? words('speaks', { languages: formats.list(languages) }) : undefined}
      </PersonBadge>
      <SummaryList rows={useSharedRows(profile)} />
    </Card>
  );
}

function useSharedRows(profile: SharedProfile): SummaryRow[] {
  const words = useWords(peopleMessages);
  const locale = useLocale();
  const channels = OTHER_CHANNELS.map(
    (channel) => [words(`channel_${channel}`), profile.channels[channel]] as const,
  );
  const answers = [
    [words('shared_kana'), profile.kana],
    [
      words('japanese_short'),
      hasSaidJapanese(profile.japaneseSpeaking, profile.languages)
        ? words(`japanese_${profile.japaneseSpeaking}`)
        : null,
    ],
    [words('shared_town'), placeWordsOf(profile, locale)],
    [words('shared_about'), profile.about && <OwnWords>{profile.about}</OwnWords>],
    [words('shared_phone'), profile.phone],
    [words('shared_email'), profile.email],
    ...channels,
  ] as const;
  return answers.flatMap(([label, value]) =>
    value ? [{ label, value: <span dir="auto">{value}</span> }] : [],
  );
}
