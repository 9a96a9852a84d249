import type { VNode } from 'preact';
import type { ReadWord } from '../../japanese/writing/index.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import { Button, Disclosure } from '../../ui/index.ts';
import { AID, writeAct } from './acts.ts';
import { namesOf } from './aid.ts';
import { aidMessages } from './words.ts';

/** More kanji words than a form of reasonable length can ask for; the others keep what is proposed. */
const MOST_ASKED = 200;

/** How each kanji word is read: made by one press, corrected by hand in a field of its own. */
export function Readings(props: {
  readonly readings: readonly ReadWord[];
  readonly name: string;
}): VNode | null {
  const t = useWords(aidMessages);
  const { readings, name } = props;
  if (readings.length === 0) return null;
  const missing = readings.filter(({ written }) => written === '').length;
  const names = namesOf(readings);
  const shown = new Set<string>();
  const asked = readings
    .map((word, at) => ({ word, field: names[at] ?? '' }))
    .filter(({ field }) => !shown.has(field) && shown.add(field))
    .slice(0, MOST_ASKED);
  return (
    <>
      <p>{t('readings_missing', { count: missing })}</p>
      <div class="aid-ask">
        <Button name={AID} value={writeAct({ kind: 'readings', field: name })} noCheck>
          {t(missing > 0 ? 'readings_make' : 'readings_put')}
        </Button>
      </div>
      <Disclosure id={`${name}-readings`} summary={t('readings_correct')}>
        <p class="field-hint">{t('readings_hint')}</p>
        <ul class="aid-readings">
          {asked.map((one) => (
            <Reading {...one} />
          ))}
        </ul>
        <div class="aid-ask">
          <Button name={AID} value={writeAct({ kind: 'readings', field: name })} noCheck>
            {t('readings_put')}
          </Button>
        </div>
      </Disclosure>
    </>
  );
}

function Reading({ word, field }: { readonly word: ReadWord; readonly field: string }): VNode {
  const t = useWords(aidMessages);
  const { base, written, reading, trust } = word;
  const isOther = written !== '' && reading !== '' && written !== reading;
  const note =
    trust === 'none' ? t('readings_none') : trust === 'look' || isOther ? t('readings_look') : null;
  return (
    <li data-look={note ? true : undefined}>
      <label for={field}>
        <span lang="ja" data-as-written>
          {base}
        </span>
        {note && <span class="field-hint"> {note}</span>}
      </label>
      <input
        class="input"
        id={field}
        name={field}
        value={written || reading}
        lang="ja"
        autocomplete="off"
        maxlength={60}
      />
    </li>
  );
}
