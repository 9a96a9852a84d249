import { expect, test } from 'vitest';
import { languageOf } from './detect.ts';

test.each([
  ['I need help with the letter.', 'en'],
  ['区役所に行きたいです。', 'ja'],
  ['我想去区役所，请帮我看一下。', 'zh-Hans'],
  ['Tôi cần giúp đỡ với lá thư này.', 'vi'],
  ['도와주세요.', 'ko'],
  ['ช่วยด้วย', 'th'],
  ['ကျေးဇူးတင်ပါတယ်', 'my'],
  ['Мені потрібна допомога.', 'uk'],
  ['Мне нужна помощь, я не говорю по-японски и мы ждём.', 'ru'],
  ['Надад тусламж хэрэгтэй. Өнөөдөр ирээрэй.', 'mn'],
])('%s is known to be %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  'OK',
  '区役所 2階',
  '児童手当',
  'मलाई सहयोग चाहिन्छ।',
  'أحتاج إلى مساعدة',
  'Soy de Arequipa. Mi hijo está en quinto grado.',
  'Preciso de ajuda com a carta.',
  'Kailangan ko ng tulong sa sulat na ito.',
  '도와주세요 お願いします',
  '090-1234-5678',
  '',
])('of “%s” nobody can be sure', (text) => {
  expect(languageOf(text)).toBeUndefined();
});
