import type { VNode } from 'preact';
import { Link } from '../../ui/index.ts';

/** Whom to call or write to when signing in does not work. */
export function OfficeLinks(props: { phone: string; email: string }): VNode {
  return (
    <ul>
      {props.phone && (
        <li>
          <Link href={`tel:${props.phone.replaceAll(/[^+\d]/g, '')}`} kind="block">
            {props.phone}
          </Link>
        </li>
      )}
      <li>
        <Link href={`mailto:${props.email}`} kind="block">
          {props.email}
        </Link>
      </li>
    </ul>
  );
}
