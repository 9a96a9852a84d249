import type { VNode } from 'preact';
import type { Words } from '../../../../platform/languages/messages.tsx';
import { useLocale, useWords } from '../../../../platform/languages/reading.tsx';
import { OwnWords } from '../../../../ui/index.ts';
import { closingQuestions } from '../../closing/questions.ts';
import type { Closure } from '../../closing/store/closures.ts';
import { SIDES, type Side } from '../../types.ts';
import { pairsStaffMessages } from '../../words.ts';
import { questionsOf } from '../check-ins/questions.ts';
import type { CheckIn } from '../store/check-ins.ts';

/** What both said at the end of each month in which they were asked. */
export function CheckInAnswers({ checkIns }: { checkIns: readonly CheckIn[] }): VNode {
  const t = useWords(pairsStaffMessages);
  const locale = useLocale();
  const months = [...new Set(checkIns.map(({ month }) => month))];
  if (months.length === 0) return <p>{t('months_no_answers')}</p>;
  return (
    <>
      {months.map((month) => (
        <BothAnswers
          caption={t('months_answers', { month })}
          saidBy={(side) => {
            const one = checkIns.find((checkIn) => checkIn.side === side && checkIn.month === month);
            return one?.given ? questionsOf(one).say(one.given, locale) : [];
          }}
        />
      ))}
    </>
  );
}

/**
 * How both say that it was. Not what they wrote to each other, nor that one of them alone would like to stay in touch or
 * lets it be told: nobody reads that.
 */
export function ClosingAnswers({ closures }: { closures: readonly Closure[] }): VNode | null {
  const t = useWords(pairsStaffMessages);
  const locale = useLocale();
  if (closures.length === 0) return null;
  return (
    <>
      <BothAnswers
        caption={t('closing_answers')}
        saidBy={(wanted) => {
          const given = closures.find(({ side }) => side === wanted)?.given;
          return given ? closingQuestions.say(given, locale) : [];
        }}
      />
      {SIDES.every((wanted) => closures.some(({ side, mayBeTold }) => side === wanted && mayBeTold)) && (
        <p>{t('closing_may_be_told')}</p>
      )}
    </>
  );
}

type Said = ReturnType<typeof closingQuestions.say>;

function BothAnswers(props: { caption: Words; saidBy: (side: Side) => Said }): VNode {
  const t = useWords(pairsStaffMessages);
  const said = { resident: props.saidBy('resident'), volunteer: props.saidBy('volunteer') };
  const questions = new Map([...said.resident, ...said.volunteer].map(({ id, question }) => [id, question]));
  const drawn = (side: Side, id: string) => {
    const one = said[side].find((answer) => answer.id === id);
    if (!one) return t('months_not_answered');
    return one.isOwnWords ? <OwnWords>{String(one.answer)}</OwnWords> : one.answer;
  };
  return (
    <table class="plot-table">
      <caption>{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('months_question')}</th>
          {SIDES.map((side) => (
            <th scope="col">{t(`side_${side}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...questions].map(([id, question]) => (
          <tr>
            <th scope="row">{question}</th>
            {SIDES.map((side) => (
              <td>{drawn(side, id)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
