import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const storiesPaths = {
  stories: pathTo('/stories'),
  story: pathTo('/stories/:id'),
  photo: pathTo('/stories/:id/photo.webp'),
  /** What stands beside links to a story, and the story on paper. */
  picture: pathTo('/stories/:id/picture.png'),
  paper: pathTo('/stories/:id/story.pdf'),
  /** What somebody tells: their own offer, or after they were invited. */
  ownAll: pathTo('/me/stories'),
  offer: pathTo('/me/stories/new'),
  own: pathTo('/me/stories/:id'),
  /** Agreeing, refusing, taking back: by the sealed link of a mail. */
  consent: pathTo('/stories/consents/:token'),
  consentPhoto: pathTo('/stories/consents/:token/photo.webp'),
  /** What coordinators do. */
  desk: pathTo('/desk/stories'),
  deskNew: pathTo('/desk/stories/new'),
  deskStory: pathTo('/desk/stories/:id'),
  deskWords: pathTo('/desk/stories/:id/words/:language'),
  deskTells: pathTo('/desk/stories/:id/tells'),
  deskPeople: pathTo('/desk/stories/:id/people'),
  deskPicture: pathTo('/desk/stories/:id/picture'),
  deskPhoto: pathTo('/desk/stories/:id/photo.webp'),
} as const;
