import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { Field, type FieldProps, inputAttributes } from './field.tsx';

export interface FileFieldProps extends FieldProps {
  /** Media types the browser offers; the server checks again. */
  accept?: string | undefined;
  /** Greatest size of one file in megabytes, told beside the field unless a hint of your own does. */
  megabytes: number;
  multiple?: boolean | undefined;
  /** What to say at once when a file is chosen that the server would not take. */
  sentences?: { tooLarge: string; wrongKind: string } | undefined;
}

/** A photo or paper to send along. The form needs `files`. */
export function FileField(props: FileFieldProps): VNode {
  const words = useWords(uiMessages);
  const hint = props.hint ?? words('file_chosen', { megabytes: props.megabytes });
  const all = { ...props, hint };
  return (
    <Field {...all}>
      <input
        class="input"
        type="file"
        {...inputAttributes(all)}
        accept={props.accept ?? 'image/jpeg,image/png,image/webp,application/pdf'}
        multiple={props.multiple}
        data-max-bytes={props.megabytes * 1_000_000}
        data-too-large={props.sentences?.tooLarge}
        data-wrong-kind={props.sentences?.wrongKind}
      />
    </Field>
  );
}
