import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** While somebody works on it. */
export const AT_WORK = [
  'in_triage',
  'expert_asked',
  'expert_accepted',
  'appointed',
  'advised',
  'following',
] as const;

/** The life of a matter: from the first words until it is closed with its outcome. */
export const matterLife = defineLife({
  noun: 'consultations.matter',
  acts: {
    ask: {
      from: [],
      to: 'received',
      by: ['resident'],
      when: 'after the emergency screen',
      tells: ['coordinator'],
      event: 'consultations.matter.asked',
    },
    take: {
      from: ['received'],
      to: 'in_triage',
      by: ['coordinator'],
      when: 'and is responsible from then on',
      tells: ['resident'],
      event: 'consultations.matter.taken',
    },
    hand_over: {
      from: [...AT_WORK],
      by: ['coordinator', 'house'],
      when: 'by whoever is responsible, to another coordinator; by the house to whoever takes over from one who has left',
      tells: ['resident', 'coordinator'],
      event: 'consultations.matter.handed_over',
    },
    ask_expert: {
      from: ['in_triage', 'expert_accepted', 'appointed', 'advised', 'following'],
      to: 'expert_asked',
      by: ['coordinator'],
      when: 'with the consent of the resident, and no conflict',
      event: 'consultations.matter.expert_asked',
    },
    expert_accepts: {
      from: ['expert_asked'],
      to: 'expert_accepted',
      by: ['expert'],
      tells: ['coordinator'],
      event: 'consultations.matter.expert_accepted',
    },
    expert_refuses: {
      from: ['expert_asked', 'expert_accepted'],
      to: 'in_triage',
      by: ['expert', 'coordinator', 'house'],
      when: 'with a reason; by the house once the link is over or the consent is taken back',
      tells: ['coordinator'],
      event: 'consultations.matter.expert_refused',
    },
    appoint: {
      from: ['in_triage', 'expert_accepted', 'advised', 'following'],
      to: 'appointed',
      by: ['coordinator', 'resident'],
      tells: ['resident'],
      event: 'consultations.matter.appointed',
    },
    call_off: {
      from: ['appointed'],
      to: 'in_triage',
      by: ['coordinator', 'resident'],
      tells: ['resident', 'coordinator'],
      event: 'consultations.matter.called_off',
    },
    advise: {
      from: ['in_triage', 'expert_accepted', 'appointed', 'following'],
      to: 'advised',
      by: ['coordinator'],
      when: 'once the expert has read it',
      tells: ['resident'],
      event: 'consultations.matter.advised',
    },
    follow: {
      from: ['advised'],
      to: 'following',
      by: ['coordinator'],
      audit: 'consultations.matter.followed',
    },
    close: {
      from: [...AT_WORK],
      to: 'closed',
      by: ['coordinator'],
      when: 'with an outcome',
      tells: ['resident'],
      event: 'consultations.matter.closed',
    },
    withdraw: {
      from: ['received', ...AT_WORK],
      to: 'closed',
      by: ['resident'],
      tells: ['coordinator'],
      event: 'consultations.matter.withdrawn',
    },
    reopen: {
      from: ['closed'],
      to: 'in_triage',
      by: ['resident', 'coordinator'],
      when: 'where somebody is responsible for it',
      tells: ['coordinator'],
      event: 'consultations.matter.reopened',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'matter_is_unknown' : 'matter_is_elsewhere').refusal,
});
