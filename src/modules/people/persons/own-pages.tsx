import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import { Link } from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';

const PAGES = [
  'profile',
  'languages',
  'japanese',
  'place',
  'household',
  'availability',
  'sharing',
  'record',
  'leaving',
] as const;
/** Pages that matter only to somebody who helps. */
const FOR_VOLUNTEERS: readonly string[] = ['availability'];

/** The way to all pages about oneself, for the page that joins them. */
export function OwnPages(props: { isVolunteer: boolean }): VNode {
  const words = useWords(peopleMessages);
  return (
    <ul>
      {PAGES.filter((name) => props.isVolunteer || !FOR_VOLUNTEERS.includes(name)).map((name) => (
        <li>
          <Link href={`/me/${name}`} kind="block">
            {words(`${name}_title`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
