import { type Demonstration, done, type Step, step } from '../../platform/parts/demonstration.ts';
import { accept } from '../../platform/refusal.ts';
import { confirmRead, enterTask, giveAdvice, writeAdvice } from './afterwards/commands.ts';
import { askForConsultation } from './ask/ask.ts';
import { addToDay } from './days/commands.ts';
import { insertDay, putOnDay } from './days/store.ts';
import { reply, takeMatter } from './desk/commands.ts';
import { insertExpert } from './experts/store.ts';
import { insertInterpreter } from './interpreters/store/interpreters.ts';
import { referralSteps } from './referral/demonstration.ts';
import { listMattersOf } from './store/matters.ts';

/**
 * Sita has asked about a landlord, and got advice that a lawyer has read; a day of experts is planned; Thảo’s question about her visa
 * waits; a referral waits for Lin’s yes; and what Fatema asked was not answered as promised. All invented.
 */
export const consultationsDemonstration: Demonstration = {
  steps({ today, at, residents, coordinatorIds }) {
    const [sita, thao, lin, fatema] = ['sita', 'thao', 'lin', 'fatema'].map((key) => residents.get(key)?.id);
    const [coordinatorId] = coordinatorIds;
    if (!sita || !thao || !lin || !fatema || !coordinatorId) return [];
    const asked = at(today.subtract({ days: 6 }), '20:10');
    const taken = at(today.subtract({ days: 5 }), '10:30');
    const waits = at(today.subtract({ days: 1 }), '19:40');
    const contact = { channel: 'email', phone: '', times: '' } as const;
    const common = { signs: [], contact, isAnonymous: false, origin: 'direct' } as const;
    return [
      step(
        asked,
        async (tx) =>
          accept(
            await askForConsultation(tx, {
              ...common,
              residentId: sita,
              field: 'housing',
              language: 'en',
              urgency: 'this_week',
              words:
                'My landlord wants 240,000 yen for cleaning after I moved out. The contract says nothing about it. What can I do?',
              deadline: { kind: 'payment', onDay: today.add({ days: 9 }) },
              now: asked,
            }),
          ),
        'a consultation',
      ),
      step(
        taken,
        async (tx) => {
          const [matter] = await listMattersOf(tx, sita);
          const on = {
            matterId: matter?.id ?? '',
            as: 'coordinator',
            byPersonId: coordinatorId,
            now: taken,
          } as const;
          const taking = await takeMatter(tx, on);
          if (!taking.ok) return taking;
          const words =
            'Thank you for telling us. Please don’t pay yet. Could you bring a photo of the contract? I would like to ask a lawyer, if you agree.';
          return reply(tx, { ...on, words });
        },
        'an answer',
      ),
      adviceStep({ sita, coordinatorId, today, at: at(today.subtract({ days: 3 }), '16:00') }),
      dayStep({ sita, coordinatorId, today, at: at(today.subtract({ days: 2 }), '11:00') }),
      step(
        waits,
        async (tx) =>
          accept(
            await askForConsultation(tx, {
              ...common,
              residentId: thao,
              field: 'residence',
              language: 'ja-easy',
              urgency: 'can_wait',
              words: 'ビザの こうしんの しょるいが わかりません。だれに きけば いいですか。',
              deadline: { kind: 'visa', onDay: today.add({ days: 40 }) },
              now: waits,
            }),
          ),
        'a consultation that waits',
      ),
      ...referralSteps({ lin, coordinatorId, today, at }),
      lateStep({ fatema, at: at(today.subtract({ days: 9 }), '18:20') }),
    ];
  },
};

interface Cast {
  readonly sita: string;
  readonly coordinatorId: string;
  readonly today: Temporal.PlainDate;
  readonly at: Temporal.Instant;
}

/** Nobody has answered by when it was promised. */
const lateStep = ({ fatema, at }: { readonly fatema: string; readonly at: Temporal.Instant }): Step =>
  step(
    at,
    async (tx) =>
      accept(
        await askForConsultation(tx, {
          ...{ signs: [], isAnonymous: false, origin: 'direct', residentId: fatema, now: at },
          ...{ field: 'education', language: 'en', urgency: 'this_week' },
          contact: { channel: 'email', phone: '', times: '' },
          words: 'The school sent a long letter about money for lunch. I don’t understand what we must pay.',
          deadline: null,
        }),
      ),
    'a consultation whose promised answer is late',
  );

/** What a lawyer has read, in English too, and what Sita does next. */
const adviceStep = ({ sita, coordinatorId, today, at }: Cast): Step =>
  step(
    at,
    async (tx) => {
      const [matter] = await listMattersOf(tx, sita);
      const matterId = matter?.id ?? '';
      const on = { matterId, as: 'coordinator', byPersonId: coordinatorId, now: at } as const;
      const draft = {
        japanese:
          '通常の使い方で付いた汚れは、貸主の負担です。契約に特約がなければ、請求された清掃代24万円を払う義務はありません。まず内訳を書面で求めてください。',
        words:
          'Dirt from ordinary use is the landlord’s to pay for. If the contract has no clause on it, you need not pay the 240,000 yen. First ask for the details in writing.',
        language: 'en',
        origin: 'interpreter',
      } as const;
      done(await writeAdvice(tx, { ...on, draft }), 'a draft of advice');
      const writtenAt = String(at.epochMilliseconds);
      done(await confirmRead(tx, { ...on, reader: 'Tamura (lawyer)', writtenAt }), 'its reading');
      done(await giveAdvice(tx, on), 'advice');
      const onDay = today.add({ days: 5 });
      const words =
        'Ask your landlord for the details in writing. We have put a letter for it into your papers.';
      return enterTask(tx, { ...on, task: { kind: 'task', whose: 'resident', words, onDay } });
    },
    'advice and a task',
  );

/** A lawyer, an interpreter and one consultation on one afternoon. */
const dayStep = ({ sita, coordinatorId, today, at }: Cast): Step =>
  step(
    at,
    async (tx) => {
      const day = { onDay: today.add({ days: 12 }), from: '13:00', minutes: 45, times: 3 };
      const dayId = await insertDay(tx, { ...day, by: coordinatorId, now: at });
      const [matter] = await listMattersOf(tx, sita);
      const tamura = await insertExpert(tx, {
        ...{ name: '田村 恵', email: 'tamura@law.example', license: 'lawyer', licenseNumber: '00000' },
        ...{ fields: ['housing', 'law'], languages: ['en'], hoursAMonth: 4, by: coordinatorId, now: at },
      });
      const anh = await insertInterpreter(tx, {
        ...{ name: 'Lê Thị Anh', email: 'anh@interpreters.example', knownAs: 'female', skill: 'trained' },
        ...{ languages: ['vi', 'ja-easy'], times: '平日の夜', pledgedOn: today.subtract({ days: 30 }) },
        ...{ by: coordinatorId, now: at },
      });
      done(await addToDay(tx, dayId, { registerId: tamura, now: at }), 'an expert');
      done(await addToDay(tx, dayId, { registerId: anh, now: at }), 'an interpreter');
      await putOnDay(tx, dayId, { matterId: matter?.id ?? '', expertId: null });
      return accept(null);
    },
    'a day of experts',
  );
