import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { webMessages } from '../../platform/web/words.ts';
import { FileField, type FileFieldProps } from '../../ui/index.ts';

/** One photo to send along, as `readPicture` takes it (`platform/files`): what it would refuse is said when it is chosen. */
export function PhotoField(
  props: Omit<FileFieldProps, 'accept' | 'megabytes' | 'sentences' | 'multiple'>,
): VNode {
  const words = useWords(webMessages);
  return (
    <FileField
      {...props}
      accept="image/jpeg,image/png,image/webp"
      megabytes={12}
      sentences={{
        tooLarge: words.plain('picture_is_too_large'),
        wrongKind: words.plain('picture_is_of_no_known_kind'),
      }}
    />
  );
}
