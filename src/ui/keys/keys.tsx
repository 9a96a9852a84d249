import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';

const KEYS = [
  ['keys_rows', ['j', 'k']],
  ['keys_arrows', ['↓', '↑']],
  ['keys_open', ['Enter']],
  ['keys_search', ['/']],
  ['keys_help', ['?']],
] as const;

/** What the keys of `browser.ts` do, behind a press, and whether letters are keys at all. Not there without the script. */
export function KeysHelp(): VNode {
  const words = useWords(uiMessages);
  return (
    <div data-keys data-screen-only hidden>
      <button class="link keys-button" data-kind="block" type="button" popovertarget="keys">
        <span>
          {words('keys')} <kbd>?</kbd>
        </span>
      </button>
      <div class="keys" id="keys" popover="auto" role="dialog" aria-labelledby="keys-title">
        <h2 id="keys-title">{words('keys')}</h2>
        <dl>
          {KEYS.map(([what, keys]) => (
            <div>
              <dt>
                {keys.map((key) => (
                  <kbd>{key}</kbd>
                ))}
              </dt>
              <dd>{words(what)}</dd>
            </div>
          ))}
        </dl>
        <label class="keys-switch">
          <input type="checkbox" /> <span>{words('keys_on')}</span>
        </label>
        <button
          class="button"
          data-kind="quiet"
          type="button"
          popovertarget="keys"
          popovertargetaction="hide"
        >
          <span>{words('keys_close')}</span>
        </button>
      </div>
    </div>
  );
}
