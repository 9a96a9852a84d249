import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { rubyWords } from '../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import { KeysHelp } from '../keys/keys.tsx';
import { Link } from '../link/link.tsx';
import { uiMessages } from '../messages.ts';
import type { ShellFooterProps } from './shell-props.ts';
import { Street } from './street.tsx';

/** Help now once more, the page's quiet links, and the organization by its whole name. */
export function ShellFooter(props: ShellFooterProps): VNode {
  const words = useWords(uiMessages);
  return (
    <footer class="shell-footer">
      <Street />
      <ul class="row">
        <li>
          <Link href={housePaths.helpNow()} kind="block">
            {words('help_now')}
          </Link>
        </li>
        {props.links?.map(({ href, label }) => (
          <li>
            <Link href={href} kind="block">
              {label}
            </Link>
          </li>
        ))}
        {props.keys && (
          <li>
            <KeysHelp />
          </li>
        )}
      </ul>
      <p class="shell-note">
        {useLocale() === 'ja-easy' ? rubyWords(props.organization) : props.organization}
      </p>
    </footer>
  );
}
