import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  Checkboxes,
  Form,
  FormErrors,
  Heading,
  OwnWords,
  PageHead,
  PersonBadge,
  SummaryList,
  type SummaryRow,
} from '../../../ui/index.ts';
import { languageName } from '../languages/known.ts';
import { hasSaidJapanese } from '../languages/rules.ts';
import { peopleMessages } from '../messages.ts';
import { peoplePaths } from '../paths.ts';
import { placeWordsOf } from '../place/views.tsx';
import { OTHER_CHANNELS, SHARED_FIELDS } from '../types.ts';
import type { SharedProfile } from './rules.ts';

/** What somebody shows of themselves once a visit is agreed, and what that looks like for the other. */
export function SharingPage(props: { form: FormState; profile: SharedProfile; isVolunteer: boolean }): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <PageHead
        title={words('sharing_title')}
        lead={words('sharing_lead')}
        back={{ href: housePaths.me(), label: words('back_to_my_page') }}
      />
      <FormErrors refusals={form.refusals} />
      <Form action={peoplePaths.sharing()} idempotencyKey={form.value('idempotency_key') || undefined}>
        <Checkboxes
          name="shared"
          label={words('sharing_label')}
          hint={words('sharing_hint')}
          refusal={form.refusalOf('shared')}
          choices={SHARED_FIELDS.map((field) => ({ value: field, label: words(`shared_${field}`) }))}
          values={form.values('shared')}
          optional
          quietOptional
        />
        <Actions>
          <Button kind="main">{words('keep')}</Button>
        </Actions>
      </Form>
      <Heading level={2}>
        {words(props.isVolunteer ? 'preview_for_resident' : 'preview_for_volunteer')}
      </Heading>
      <SharedProfileCard profile={props.profile} />
    </>
  );
}

/** Somebody as their confirmed counterpart sees them. */
export function SharedProfileCard(props: { profile: SharedProfile }): VNode {
  const { profile } = props;
  const words = useWords(peopleMessages);
  const formats = useFormats();
  const locale = useLocale();
  const languages = profile.languages
    .filter(({ language, speak }) => language !== 'ja' && speak > 0)
    .map(({ language }) => languageName(language, locale));
  return (
    <Card>
      <PersonBadge name={profile.name.text} shown={profile.name.words} written={profile.name.written}>
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
