import type { VNode } from 'preact';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import { ActionForm, Actions, Button, Card, Heading, PageHead, StatusChip } from '../../../ui/index.ts';
import { Answers, usePurpose } from '../help-now-views.tsx';
import { safetyPaths } from '../paths.ts';
import { mayBeCalledToCheck, mayBeChanged, waitsForCall } from '../rules.ts';
import type { CheckedHelpline } from '../types.ts';
import { safetyMessages, staffSafetyMessages } from '../words.ts';

/** In the order in which an administrator has to do with them. */
const PARTS = [
  ['lines_to_check', (line: CheckedHelpline) => line.needsCheck && !line.isHidden],
  ['lines_shown', (line: CheckedHelpline) => !line.needsCheck && !line.isHidden],
  ['lines_hidden', (line: CheckedHelpline) => line.isHidden],
] as const;

/** For administrators: each line, when it was last called, and what to do. */
export function HelplinesPage(props: { lines: readonly CheckedHelpline[] }): VNode {
  const t = useWords(staffSafetyMessages);
  return (
    <>
      <PageHead
        title={t('helplines_title')}
        lead={t('helplines_lead')}
        back={{ href: housePaths.settings(), label: t('all_settings') }}
      />
      <Actions>
        <Button href={safetyPaths.helplinesLine()} kind="main">
          {t('add_line')}
        </Button>
      </Actions>
      {PARTS.map(([part, isOfPart]) => {
        const lines = ownFirst(props.lines.filter(isOfPart));
        return (
          lines.length > 0 && (
            <section>
              <Heading level={2}>{t(part, { count: lines.length })}</Heading>
              <div class="tiles">
                {lines.map((line) => (
                  <Line line={line} />
                ))}
              </div>
            </section>
          )
        );
      })}
    </>
  );
}

/** Whoever has just written a line looks for it. */
function ownFirst(lines: readonly CheckedHelpline[]): readonly CheckedHelpline[] {
  return lines.toSorted((a, b) => Number(b.own !== null) - Number(a.own !== null));
}

function Line({ line }: { line: CheckedHelpline }): VNode {
  const t = useWords(staffSafetyMessages);
  const { helpline, own } = line;
  const { number } = helpline;
  return (
    <Card
      title={number}
      aside={own ? <StatusChip tone="good">{t(own.about ? 'is_ours' : 'is_changed')}</StatusChip> : undefined}
      actions={mayBeChanged(number) && <Acts line={line} />}
    >
      <p>{usePurpose(helpline, own)}</p>
      <p>
        <Answers helpline={helpline} />
      </p>
      {!own && <p class="quiet">{t('source', { source: helpline.source ?? t.plain('source_unknown') })}</p>}
      <p class="quiet">{mayBeCalledToCheck(number) ? <LastCalled line={line} /> : t('is_not_called')}</p>
    </Card>
  );
}

/** What an administrator reads before a line is removed, or is again as it came. */
function confirmationOf({ helpline, own }: CheckedHelpline) {
  if (own?.about) return 'remove_line_confirm';
  return helpline.verify ? 'undo_change_confirm_to_call' : 'undo_change_confirm';
}

function LastCalled({ line }: { line: CheckedHelpline }): VNode {
  const t = useWords(staffSafetyMessages);
  const say = useWords(safetyMessages);
  const formats = useFormats();
  const { own, verifiedOn } = line;
  if (verifiedOn) return <>{say('verified_on', { day: formats.day(verifiedOn) })}</>;
  if (waitsForCall(line)) return <>{t('waits_for_a_call')}</>;
  return <>{own ? t('not_called_since', { day: formats.day(own.changedAt) }) : t('never_called')}</>;
}

function Acts({ line }: { line: CheckedHelpline }): VNode {
  const t = useWords(staffSafetyMessages);
  const { own, isHidden } = line;
  const { number } = line.helpline;
  const which = { number };
  return (
    <>
      {mayBeCalledToCheck(number) && (
        <ActionForm
          action={safetyPaths.helplinesVerifications()}
          hidden={which}
          kind={line.needsCheck ? 'main' : 'quiet'}
          label={t.plain('called_today_which', which)}
        >
          {t('called_today')}
        </ActionForm>
      )}
      <Button
        href={`${safetyPaths.helplinesLine()}?number=${encodeURIComponent(number)}`}
        label={t.plain('change_line_which', which)}
      >
        {t('change_line')}
      </Button>
      {isHidden ? (
        <ActionForm action={safetyPaths.helplinesVisibility()} hidden={{ ...which, isHidden: 'no' }}>
          {t('show_line')}
        </ActionForm>
      ) : (
        !own?.about && (
          <ActionForm
            action={safetyPaths.helplinesVisibility()}
            hidden={{ ...which, isHidden: 'yes' }}
            confirm={t('hide_line_confirm', which)}
          >
            {t('hide_line')}
          </ActionForm>
        )
      )}
      {own && (
        <ActionForm
          action={safetyPaths.helplinesRemovals()}
          hidden={which}
          kind="danger"
          confirm={t(confirmationOf(line), which)}
        >
          {t(own.about ? 'remove_line' : 'undo_change')}
        </ActionForm>
      )}
    </>
  );
}
