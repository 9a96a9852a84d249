import type { VNode } from 'preact';
import { type Happening, History } from '../../../../kits/scenes/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Actions, Heading, OwnWords, Pager, pagesBehind, Select, TextArea } from '../../../../ui/index.ts';
import { spotPaths } from '../../paths.ts';
import { FINAL_STATES } from '../../transitions.ts';
import { MOST } from '../../types.ts';
import { Decision, Press } from '../request/decision.tsx';
import { useBy } from '../request/history-view.tsx';
import type { DeskProps } from '../request/scene.ts';
import { deskMessages } from '../words.ts';

/** What coordinators tell each other about a request, the newest first, and who of them keeps it; nothing for whoever is one of the two. */
export function Notes(props: DeskProps): VNode | null {
  const t = useWords(deskMessages);
  const { notes, request } = props;
  if (notes === null) return null;
  return (
    <section class="stack" id="notes">
      <Heading level={2}>{t('notes_title')}</Heading>
      <p class="quiet">{t('notes_lead')}</p>
      {notes.rows.length > 0 && <History happenings={useHappenings(props)} />}
      <Pager
        {...pagesBehind({
          path: spotPaths.deskRequest({ id: request.id }),
          after: props.notesAfter,
          next: notes.next,
        })}
      />
      <div class="stack" data-screen-only>
        {!request.forgottenAt && <Write {...props} />}
        {!FINAL_STATES.includes(request.state) && <Keeper {...props} />}
      </div>
    </section>
  );
}

function useHappenings({ notes, names }: DeskProps): Happening[] {
  const t = useWords(deskMessages);
  const by = useBy({ names });
  return (notes?.rows ?? []).toReversed().map(({ words, handedTo, byPerson, at }) => {
    const name = names.get(handedTo ?? '') ?? t.plain('somebody');
    const handed = handedTo === byPerson ? t('note_taken') : t('note_handed', { name });
    return {
      at,
      icon: 'change',
      title: handedTo ? handed : t('note_written'),
      by: by(byPerson, 'coordinator'),
      children: words && <OwnWords as="p">{words}</OwnWords>,
    };
  });
}

function Write(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  return (
    <Decision of={props} act="notes">
      <TextArea
        {...props.form.field('noteWords')}
        label={t('note_words')}
        hint={t('only_coordinators_read_this')}
        rows={3}
        maxLength={MOST.note}
      />
    </Decision>
  );
}

function Keeper(props: DeskProps): VNode {
  const t = useWords(deskMessages);
  const { form, request, colleagues, readerId } = props;
  const others = colleagues.filter(({ id }) => id !== request.coordinatorId && id !== readerId);
  return (
    <>
      {request.coordinatorId !== readerId && (
        <Actions>
          <Press of={props} act="taking" kind="quiet" label={t('take_it')} />
        </Actions>
      )}
      {others.length > 0 && (
        <Decision of={props} act="keeper">
          <Select
            {...form.field('keeper')}
            label={t('hand_over_to')}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            {...form.field('handingWords')}
            label={t('note_words')}
            hint={t('only_coordinators_read_this')}
            rows={2}
            maxLength={MOST.note}
            optional
          />
        </Decision>
      )}
    </>
  );
}
