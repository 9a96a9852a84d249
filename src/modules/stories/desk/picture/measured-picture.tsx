import type { VNode } from 'preact';
import { useHref, useWords } from '../../../../platform/languages/reading.tsx';
import { storiesPaths } from '../../paths.ts';
import { storiesStaffMessages } from '../../words.ts';

const TENTHS = [10, 20, 30, 40, 50, 60, 70, 80, 90];

/** The whole picture, uncut, with lines at each tenth: its part to be shown and its faces are said in percent of it. */
export function MeasuredPicture({ storyId }: { readonly storyId: string }): VNode {
  const t = useWords(storiesStaffMessages);
  const href = useHref();
  return (
    <figure class="stack" data-gap="small">
      <div class="measured">
        <img
          src={`${href(storiesPaths.deskPhoto({ id: storyId }))}?part=whole`}
          alt={t.plain('picture_whole')}
        />
        <svg aria-hidden="true">
          {TENTHS.map((at) => (
            <>
              <line x1={`${at}%`} y1="0" x2={`${at}%`} y2="100%" />
              <line x1="0" y1={`${at}%`} x2="100%" y2={`${at}%`} />
              <text x={`${at}%`} y="14">
                {at}
              </text>
              <text x="2" y={`${at}%`}>
                {at}
              </text>
            </>
          ))}
        </svg>
      </div>
      <figcaption class="quiet">{t('picture_whole_text')}</figcaption>
    </figure>
  );
}
