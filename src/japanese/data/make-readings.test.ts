import { expect, it } from 'vitest';
import { packReadings } from './make-readings.ts';

const row = (code: string, kana: string, name: string) => [code, '', '', '', '', kana, '', '', name];

it('readings are packed by code, without remarks, buildings and what is no town', () => {
  const rows = [
    row('13209', 'フジノダイ（１、２チョウメ）', '藤の台（１、２丁目）'),
    row('13101', 'ｶｽﾐｶﾞｾｷ', '霞が関（次のビルを除く）'),
    row('13101', 'カスミガセキカスミガセキビル（１カイ）', '霞が関霞が関ビル（１階）'),
    row('13101', 'イカニケイサイガナイバアイ', '以下に掲載がない場合'),
    row('27101', 'ウメダ', '梅田'),
  ];
  expect(packReadings(rows, new Set(['13101', '13209']))).toEqual({
    '13101': '霞が関:かすみがせき',
    '13209': '藤の台:ふじのだい',
  });
});
