import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import { Button } from '../../ui/index.ts';
import { AID, writeAct } from './acts.ts';
import type { Seen } from './aid.ts';
import { Found } from './found.tsx';
import { aidMessages } from './words.ts';

/**
 * Below a field that residents read: looks at its words as Easy Japanese, with all that is typed kept and nothing sent. The
 * form's route gives its page `again`; nothing else is needed.
 */
export function WritingAid(props: {
  readonly form: FormState;
  readonly name: string;
  /** Below one line: no note. */
  readonly isLine?: true;
}): VNode {
  const t = useWords(aidMessages);
  const { form, name, isLine } = props;
  const seen = form.beside(name) as Seen | undefined;
  return (
    <div class="aid stack" data-gap="small" data-aid={name}>
      <div class="aid-ask">
        <Button name={AID} value={writeAct({ kind: 'check', field: name })} noCheck>
          {t('check_field')}
        </Button>
        {!isLine && <span class="field-hint">{t('check_note')}</span>}
      </div>
      <div data-aid-part="found">{seen && <Found seen={seen} name={name} />}</div>
    </div>
  );
}

/**
 * What Enter in a line presses: sending, and not the aid further down. At the beginning of a form with lines and an aid.
 */
export function EnterSends(): VNode {
  return <button type="submit" hidden tabindex={-1} />;
}
