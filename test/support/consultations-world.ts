import {
  confirmRead,
  enterTask,
  giveAdvice,
  writeAdvice,
} from '../../src/modules/consultations/afterwards/commands.ts';
import { askForConsultation } from '../../src/modules/consultations/ask/ask.ts';
import { addToDay } from '../../src/modules/consultations/days/commands.ts';
import { insertDay, putOnDay } from '../../src/modules/consultations/days/store.ts';
import { reply, takeMatter } from '../../src/modules/consultations/desk/commands.ts';
import { insertExpert } from '../../src/modules/consultations/experts/store.ts';
import { insertInterpreter } from '../../src/modules/consultations/interpreters/store/interpreters.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { done } from '../../src/platform/parts/demonstration.ts';

/** Two consultations of a resident: one that a coordinator has answered, one that nobody has taken; and an expert and an interpreter of the registers. */
export async function buildConsultations(
  tx: Tx,
  {
    residentId,
    coordinatorId,
    now,
  }: Record<'residentId' | 'coordinatorId', string> & { readonly now: Temporal.Instant },
): Promise<void> {
  const contact = { channel: 'email', phone: '', times: '' } as const;
  const asking = {
    residentId,
    contact,
    signs: [],
    isAnonymous: false,
    language: 'en',
    deadline: null,
    now,
  } as const;
  const matterId = await askForConsultation(tx, {
    ...{ ...asking, field: 'housing', urgency: 'this_week', origin: 'direct' },
    words: 'My landlord keeps the deposit.',
    deadline: {
      kind: 'payment',
      onDay: now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 9 }),
    },
  });
  const on = { matterId, as: 'coordinator', byPersonId: coordinatorId, now } as const;
  done(await takeMatter(tx, on), 'taking');
  done(await reply(tx, { ...on, words: 'Please bring the contract.' }), 'an answer');
  const draft = {
    japanese: '敷金は、掃除代を引いて返してもらえます。',
    words: 'The deposit is to be paid back, less what cleaning costs.',
    language: 'en',
    origin: 'interpreter',
  } as const;
  done(await writeAdvice(tx, { ...on, draft }), 'a draft of advice');
  const writtenAt = String(now.epochMilliseconds);
  done(await confirmRead(tx, { ...on, reader: 'Sato, lawyer', writtenAt }), 'its reading');
  done(await giveAdvice(tx, on), 'advice');
  const onDay = now.toZonedDateTimeISO('Asia/Tokyo').toPlainDate().add({ days: 14 });
  const task = { kind: 'task', whose: 'resident', words: 'Send the letter to the landlord.', onDay } as const;
  done(await enterTask(tx, { ...on, task }), 'a task');
  const dayId = await insertDay(tx, { onDay, from: '13:00', minutes: 45, times: 3, by: coordinatorId, now });
  await putOnDay(tx, dayId, { matterId, expertId: null });
  const sato = await insertExpert(tx, {
    ...{ name: 'Sato Rei', email: 'sato@law.example', license: 'lawyer', licenseNumber: '00001' },
    ...{ fields: ['housing', 'law'], languages: ['en'], hoursAMonth: 4, by: coordinatorId },
    now: now.subtract({ hours: 24 }),
  });
  done(await addToDay(tx, dayId, { registerId: sato, now }), 'an expert');
  await insertInterpreter(tx, {
    ...{ name: 'Tran Mai', email: 'mai@interpreters.example', knownAs: 'female', skill: 'trained' },
    ...{ languages: ['en', 'ja-easy'], times: '平日の夜', pledgedOn: Temporal.PlainDate.from('2026-04-01') },
    ...{ by: coordinatorId, now: now.subtract({ hours: 24 }) },
  });
  await askForConsultation(tx, {
    ...{ ...asking, field: 'residence', urgency: 'can_wait', origin: 'help_now' },
    words: 'Which papers do I need?',
  });
}
