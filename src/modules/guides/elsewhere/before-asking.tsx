import type { BeforeAsking } from '../../../platform/parts/before-asking.ts';
import { useTitle } from '../open/saying.tsx';
import { guidesPaths } from '../paths.ts';
import { listTitlesFor, type Titled } from '../store/titles.ts';

const MOST = 3;

/** Guides to these kinds of help, few to each, those of the place first: whoever is about to ask may find it there at once. */
export const guidesBeforeAsking: BeforeAsking = async (db, about) =>
  (await listTitlesFor(db, about, MOST)).map((guide) => ({
    helpKind: guide.category,
    href: guidesPaths.guide({ slug: guide.slug }),
    title: <Title guide={guide} />,
  }));

function Title({ guide }: { readonly guide: Titled }) {
  return <>{useTitle(guide)}</>;
}
