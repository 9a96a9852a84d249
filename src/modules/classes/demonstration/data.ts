import type { WrittenCourse } from '../store/courses.ts';

/** How many children the invented room holds. */
export const ROOM = 10;

/** What is done on a day, in its order. */
export const PLAN = [
  { activity: 'songs', minutes: 15 },
  { activity: 'own_task', minutes: 40 },
  { activity: 'karuta', minutes: 20 },
  { activity: 'snack', minutes: 15 },
] as const;

/** Invented, with its words in every language. */
export const COURSE: Omit<WrittenCourse, 'beginsOn' | 'endsOn'> = {
  room: ROOM,
  fromAge: 5,
  toAge: 9,
  address: '東京都墨田区押上0-0-0 こもれび会館 2階 和室',
  texts: {
    ja: {
      title: 'はなまるクラス',
      aims: '小学校に入る前と入ったばかりの子どもが、歌やかるたで日本語に親しみます。先生1人に子どもは2人までです。',
      area: '墨田区、押上駅から歩いて6分',
    },
    'ja-easy': {
      title: 'はなまるクラス',
      aims: '子《こ》どもが 歌《うた》や かるたで 日本語《にほんご》を 楽《たの》しみます。 先生《せんせい》｜1人《ひとり》に、 子《こ》どもは ｜2人《ふたり》までです。',
      area: '墨田区《すみだく》、 押上駅《おしあげえき》から 歩《ある》いて 6分《ぷん》',
    },
    en: {
      title: 'Hanamaru class',
      aims: 'Children about to start school, or who have just started, get to know Japanese with songs and karuta. Two children for each tutor at most.',
      area: 'Sumida, six minutes on foot from Oshiage station',
    },
    'zh-Hans': {
      title: '小红花班',
      aims: '即将上小学或刚上小学的孩子，通过唱歌和歌留多熟悉日语。每位老师最多带两个孩子。',
      area: '墨田区，从押上站步行6分钟',
    },
  },
};
