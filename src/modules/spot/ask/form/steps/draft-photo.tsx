import type { VNode } from 'preact';
import { useHref, useWords } from '../../../../../platform/languages/reading.tsx';
import { spotPaths } from '../../../paths.ts';
import { spotMessages } from '../../../words.ts';

/** A photo that was kept and not sent yet, small; a press shows it whole. */
export function DraftPhoto(props: { id: string; number: number }): VNode {
  const t = useWords(spotMessages);
  const href = useHref()(spotPaths.draftsPhoto({ photoId: props.id }));
  return (
    <a href={href} target="_blank" rel="noopener">
      <img
        class="thumbnail"
        src={href}
        alt={t.plain('photo_number', { number: props.number })}
        loading="lazy"
      />
    </a>
  );
}
