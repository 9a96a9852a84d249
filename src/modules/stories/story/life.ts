import { defineLife } from '../../../platform/life.ts';
import { refuse } from '../../../platform/refusal.ts';

/** The life of a story. Nothing is shown that somebody in it has not agreed to, word by word. */
export const storyLife = defineLife({
  noun: 'stories.story',
  acts: {
    invite: {
      from: [],
      to: 'invited',
      by: ['coordinator'],
      tells: ['teller'],
      event: 'stories.story.invited',
    },
    offer: { from: [], to: 'told', by: ['teller'], tells: ['coordinator'], event: 'stories.story.told' },
    tell: {
      from: ['invited'],
      to: 'told',
      by: ['teller'],
      tells: ['coordinator'],
      event: 'stories.story.told',
    },
    decline: {
      from: ['invited', 'told'],
      to: 'declined',
      by: ['teller'],
      when: 'without a reason; nobody else is told',
      event: 'stories.story.declined',
    },
    ask: {
      from: ['told'],
      to: 'asked',
      by: ['coordinator'],
      when: 'who has not decided about the help of anybody in it',
      tells: ['everybody in it'],
      event: 'stories.story.asked',
    },
    settle: {
      from: ['asked'],
      to: 'agreed',
      by: ['house'],
      when: 'everybody in it has agreed',
      tells: ['coordinator'],
      event: 'stories.story.agreed',
    },
    reopen: {
      from: ['asked', 'agreed', 'published'],
      to: 'told',
      by: ['coordinator'],
      when: 'off our pages at once; everybody is asked anew',
      event: 'stories.story.reopened',
    },
    publish: {
      from: ['agreed'],
      to: 'published',
      by: ['coordinator'],
      when: 'two weeks after the last yes, by somebody else than whoever asked, and where five others could have told it',
      tells: ['teller'],
      event: 'stories.story.published',
    },
    recall: {
      from: ['told', 'asked', 'agreed', 'published'],
      to: 'recalled',
      by: ['anybody in it', 'coordinator', 'house'],
      when: 'its words, pictures and papers are deleted at once',
      tells: ['coordinator'],
      event: 'stories.story.recalled',
    },
  },
  refuses: (_, state) => refuse(state === null ? 'story_is_unknown' : 'story_is_elsewhere').refusal,
});
