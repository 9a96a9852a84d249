import type { VNode } from 'preact';
import { useFormats, useLocale, useWords } from '../../../platform/languages/reading.tsx';
import {
  ActionForm,
  Actions,
  Button,
  FieldRow,
  Form,
  Heading,
  PersonName,
  Select,
  TextField,
} from '../../../ui/index.ts';
import { LANGUAGES, languageName, plainLanguageName } from '../../people/index.ts';
import { eventsMessages } from '../words.ts';
import { AS_LIST, type DoorProps } from './props.ts';
import type { WalkInEntry } from './rules/door.ts';
import { writeKey, writePress } from './rules/press.ts';

/** Who came without having registered: how many, and their language. */
export function WalkIns(props: DoorProps): VNode {
  const t = useWords(eventsMessages);
  const { door, isOpen } = props;
  return (
    <section>
      <Heading level={2}>{t('door_walk_ins')}</Heading>
      <ul class="door-list" {...AS_LIST}>
        {door.walkIns.map((entry) => (
          <WalkIn {...props} entry={entry} />
        ))}
      </ul>
      {isOpen && <WalkInForm {...props} />}
    </section>
  );
}

function WalkIn({ at, entry, isOpen }: DoorProps & { readonly entry: WalkInEntry }): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const { time } = useFormats();
  const { adults, children, language, name } = entry.press;
  const { device, seq } = entry;
  return (
    <li class="door-row" data-walk-in={writeKey(entry)} data-count={`${adults}|${children}`}>
      {name && (
        <p>
          <b>
            <PersonName>{name}</PersonName>
          </b>
        </p>
      )}
      <p>{t('door_walk_in', { adults, children, time: time(entry.pressedAt) })}</p>
      {language && <p class="quiet">{languageName(language, locale)}</p>}
      {isOpen && (
        <div class="door-acts">
          <ActionForm
            action={at.door}
            hidden={{ press: writePress({ act: 'undo', undoes: { device, seq } }) }}
          >
            {t('door_undo')}
          </ActionForm>
        </div>
      )}
    </li>
  );
}

const COUNTS = Array.from({ length: 11 }, (_, at) => ({ value: String(at), label: String(at) }));

function WalkInForm({ at, form }: DoorProps): VNode {
  const t = useWords(eventsMessages);
  const locale = useLocale();
  const languages = LANGUAGES.map((value) => ({ value, label: plainLanguageName(value, locale) }));
  return (
    <Form action={at.walkIns} id="walk-ins">
      <FieldRow>
        <Select
          {...form.field('adults')}
          value={form.value('adults') || '1'}
          label={t('register_adults')}
          options={COUNTS}
          always
        />
        <Select
          {...form.field('children')}
          value={form.value('children') || '0'}
          label={t('door_children')}
          options={COUNTS}
          always
        />
        <Select {...form.field('language')} label={t('event_language')} options={languages} optional />
        <TextField {...form.field('name')} label={t('register_name')} maxLength={100} optional />
      </FieldRow>
      <Actions>
        <Button kind="main">{t('door_walk_in_add')}</Button>
      </Actions>
    </Form>
  );
}
