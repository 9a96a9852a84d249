import { done, type Step, step } from '../../../platform/parts/demonstration.ts';
import { accept } from '../../../platform/refusal.ts';
import { askForConsultation } from '../ask/ask.ts';
import { enterParty } from '../conflicts/commands.ts';
import { reply, takeMatter } from '../desk/commands.ts';
import { insertExpert } from '../experts/store.ts';
import { listMattersOf } from '../store/matters.ts';
import { proposeReferral } from './commands.ts';

interface Cast {
  readonly lin: string;
  readonly coordinatorId: string;
  readonly today: Temporal.PlainDate;
  at(day: Temporal.PlainDate, time: string): Temporal.Instant;
}

/** Lin has asked about wages, her employer is written down for the comparison of names, and a referral waits for her yes. */
export function referralSteps({ lin, coordinatorId, today, at }: Cast): readonly Step[] {
  const asked = at(today.subtract({ days: 4 }), '20:30');
  const taken = at(today.subtract({ days: 3 }), '10:10');
  const proposed = at(today.subtract({ days: 2 }), '14:20');
  return [
    step(
      asked,
      async (tx) =>
        accept(
          await askForConsultation(tx, {
            ...{ signs: [], isAnonymous: false, origin: 'direct', residentId: lin, now: asked },
            ...{ field: 'work', language: 'zh-Hans', urgency: 'this_week' },
            contact: { channel: 'email', phone: '', times: '' },
            words: '我在食品工厂打工，三个月的加班费没有付。店长说外国人没有加班费。这是真的吗？',
            deadline: null,
          }),
        ),
      'a consultation about wages',
    ),
    step(
      taken,
      async (tx) => {
        const [matter] = await listMattersOf(tx, lin);
        const matterId = matter?.id ?? '';
        const on = { matterId, as: 'coordinator', byPersonId: coordinatorId, now: taken } as const;
        done(await takeMatter(tx, on), 'taking a consultation');
        const employer = {
          role: 'employer',
          partyName: 'さくら食品工業株式会社',
          writings: '佐倉 一郎',
        } as const;
        done(await enterParty(tx, { ...on, entered: employer }), 'a party');
        const words = '加班费和国籍无关。请把工资单和出勤记录的照片发给我。我想问问熟悉劳动问题的专家。';
        return reply(tx, { ...on, words });
      },
      'an answer about wages',
    ),
    step(
      proposed,
      async (tx) => {
        const [matter] = await listMattersOf(tx, lin);
        const expertId = await insertExpert(tx, {
          ...{
            name: '大野 光',
            email: 'ono@labor.example',
            license: 'labor_attorney',
            licenseNumber: '00001',
          },
          ...{
            fields: ['work'],
            languages: ['zh-Hans', 'en'],
            hoursAMonth: 6,
            by: coordinatorId,
            now: proposed,
          },
        });
        const on = { matterId: matter?.id ?? '', as: 'coordinator', byPersonId: coordinatorId } as const;
        const untilOn = today.add({ days: 30 });
        const passes = ['words', 'deadlines'] as const;
        const proposal = { expertId, hours: 2, manner: 'warm', passes, untilOn } as const;
        return proposeReferral(tx, { ...on, proposal, now: proposed });
      },
      'a referral',
    ),
  ];
}
