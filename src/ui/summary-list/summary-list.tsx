import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Link } from '../link/link.tsx';
import { uiMessages } from '../messages.ts';

export interface SummaryRow {
  /** The question. */
  label: ComponentChildren;
  /** The answer. */
  value: ComponentChildren;
  /** The same in the other language, beside the answer. */
  beside?: ComponentChildren | undefined;
  /** The other language, for `beside`. */
  besideLang?: string | undefined;
  /** Where the answer can be changed; `plainLabel` names the question to a screen reader. */
  change?: { href: string; plainLabel: string } | undefined;
}

/** Question and answer line by line, each with a way back to change it: "check your answers", and every page about one thing. */
export function SummaryList(props: { rows: readonly SummaryRow[] }): VNode {
  const words = useWords(uiMessages);
  return (
    <dl class="summary-list" data-bilingual={props.rows.some((row) => row.beside) || undefined}>
      {props.rows.map(({ label, value, beside, besideLang, change }) => (
        <div class="summary-row">
          <dt>{label}</dt>
          <dd>{value}</dd>
          {beside && (
            <dd class="summary-beside" lang={besideLang}>
              {beside}
            </dd>
          )}
          {change && (
            <dd class="summary-change">
              <Link href={change.href} kind="block">
                <span aria-hidden="true">{words('change')}</span>
                <span class="visually-hidden">{words.plain('change_what', { what: change.plainLabel })}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
