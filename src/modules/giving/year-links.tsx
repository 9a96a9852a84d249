import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Link } from '../../ui/index.ts';
import { givingStaffMessages } from './words.ts';

/** The fiscal years before and after one, the latter once it has begun. @param path the page, without its year */
export function YearLinks(props: {
  readonly path: string;
  readonly year: number;
  readonly thisYear: number;
}): VNode {
  const t = useWords(givingStaffMessages);
  const { path, year, thisYear } = props;
  const years = [year - 1, year + 1].filter((one) => one <= thisYear);
  return (
    <p class="row" data-screen-only>
      {years.map((one) => (
        <Link href={`${path}?year=${one}`}>{t('fiscal_year_of', { year: String(one) })}</Link>
      ))}
    </p>
  );
}
