import { describe, expect, test } from 'vitest';
import { findBeyond } from './beyond.ts';

describe('what is not for a neighbor', () => {
  test.each([
    ['I want a divorce and need a lawyer', 'law'],
    ['会社を不当解雇されました', 'law'],
    ['老板拖欠工资三个月', 'law'],
    ['My visa ends next month', 'residence'],
    ['在留資格を変えたいです', 'residence'],
    ['びざの ことが わかりません', 'residence'],
    ['想申请永住', 'residence'],
    ['Please come to my surgery and explain it', 'treatment'],
    ['手術の説明を聞きます', 'treatment'],
    ['去医院听检查结果', 'treatment'],
    ['The agent wants a guarantor', 'guarantor'],
    ['保証人がいません', 'guarantor'],
    ['需要担保人', 'guarantor'],
    ['Could you lend me 50,000 yen', 'money'],
    ['お金を貸してください', 'money'],
    ['我想借钱', 'money'],
    ['Please look after my little son on Monday', 'child_alone'],
    ['ＢＡＢＹ－ＳＩＴＴＥＲ', 'child_alone'],
    ['子どもを一日預かってほしいです', 'child_alone'],
    ['能帮我照看孩子吗', 'child_alone'],
  ])('%s', (text, beyond) => {
    expect(findBeyond(text, null)).toEqual([beyond]);
  });

  test.each([
    'I need help at the ward office to change my address',
    'Please call the clinic and make an appointment for my daughter',
    'The form for nursery school: I pick up my papers on Monday',
    'Advice about the gas contract. The operator speaks only Japanese',
    '保育園に子どもを預けるための書類を一緒に書いてください',
    '歯医者の予約をしたいです',
    '先生と 話《はな》します',
    '带孩子去打预防针，想请人陪同',
    '想给房东打电话',
  ])('nothing in: %s', (text) => {
    expect(findBeyond(text)).toEqual([]);
  });

  test('several in the order in which they are told, wherever they were written', () => {
    expect(findBeyond('I have debts', 'and my visa ends')).toEqual(['residence', 'money']);
  });
});
