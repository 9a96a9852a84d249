import type { VNode } from 'preact';
import { mayDo } from '../../../../kits/acts/index.ts';
import { yearOf } from '../../../../platform/languages/formats.tsx';
import { useFormats, useWords } from '../../../../platform/languages/reading.tsx';
import { Actions, Button, Card, Form, Link, OwnWords, TextArea } from '../../../../ui/index.ts';
import { pairsPaths } from '../../paths.ts';
import { pairsStaffMessages } from '../../words.ts';
import { roundLife } from '../life.ts';
import type { RoundWords } from '../store/words.ts';
import type { RoundProps } from './scene.ts';

export const MOST_WORDS = 1000;

type OnTwo = RoundProps & { readonly residentId: string; readonly volunteerId: string };

export const wordsOn = (
  { words }: Pick<RoundProps, 'words'>,
  residentId: string,
  volunteerId: string,
): RoundWords | undefined =>
  words.find((one) => one.residentId === residentId && one.volunteerId === volunteerId);

/** What a coordinator has written beside two, with who and when. */
export function Written(props: OnTwo): VNode | null {
  const t = useWords(pairsStaffMessages);
  const formats = useFormats();
  const { residentId, volunteerId, staff, now } = props;
  const written = wordsOn(props, residentId, volunteerId);
  if (!written) return null;
  return (
    <div>
      <OwnWords as="blockquote">{written.words}</OwnWords>
      <p class="quiet">
        {t('round_by_at', {
          name: staff.get(written.by) ?? t.plain('round_somebody'),
          when: formats.shortDayTime(written.at, yearOf(now)),
        })}
      </p>
    </div>
  );
}

/** The form, with what stands there to be changed. */
export function WordsCard(props: OnTwo & { readonly name: string }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { round, form, name, residentId, volunteerId } = props;
  if (!mayDo(roundLife, 'note', { state: round.state }).ok) return null;
  const written = wordsOn(props, residentId, volunteerId);
  const isSentBack = form.refusals.length > 0;
  return (
    <Card level={2} accent id="words-beside" title={t('round_words_beside', { name })}>
      {isSentBack && <Written {...props} />}
      <Form
        action={pairsPaths.deskRoundWords({ id: round.id, resident: residentId })}
        hidden={{ volunteerId, before: written?.id ?? '' }}
      >
        <TextArea
          name="words"
          label={t('round_words')}
          hint={t('round_words_hint')}
          value={isSentBack ? form.value('words') : (written?.words ?? '')}
          refusal={form.refusalOf('words')}
          maxLength={MOST_WORDS}
          rows={3}
          optional
        />
        <Actions>
          <Button kind="main">{t('round_words_keep')}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** The way to the form. */
export function WayToWords(props: OnTwo & { readonly name: string }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const { round, name, residentId, volunteerId } = props;
  if (!mayDo(roundLife, 'note', { state: round.state }).ok) return null;
  const at = pairsPaths.deskRoundResident({ id: round.id, resident: residentId });
  const isWritten = wordsOn(props, residentId, volunteerId) !== undefined;
  return (
    <p>
      <Link href={`${at}?words=${volunteerId}`} apart={name}>
        {t(isWritten ? 'round_words_change' : 'round_words_write')}
      </Link>
    </p>
  );
}
