import { type Demonstration, step } from '../../platform/parts/demonstration.ts';
import { accept } from '../../platform/refusal.ts';
import { askForConsultation } from './ask/ask.ts';
import { reply, takeMatter } from './desk/commands.ts';
import { listMattersOf } from './store/matters.ts';

/** Sita has asked about a landlord, and a coordinator has answered; Thảo’s question about her visa waits. All invented. */
export const consultationsDemonstration: Demonstration = {
  steps({ today, at, residents, coordinatorIds }) {
    const [sita, thao] = [residents.get('sita')?.id, residents.get('thao')?.id];
    const [coordinatorId] = coordinatorIds;
    if (!sita || !thao || !coordinatorId) return [];
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
    ];
  },
};
