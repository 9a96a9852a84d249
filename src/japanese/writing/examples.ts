/** What an office would write: hard in many ways. */
export const OFFICE_EXAMPLE =
  '在留期間の更新を申請される方は、申請書に必要事項をご記入の上、12/20までに窓口へご提出ください。手数料は無料ですが、本人確認書類を持参する必要があります。';

/** A word with its reading, as it is typed. */
export const READING_EXAMPLE = '病院《びょういん》';

/** A day with its time, as Easy Japanese writes it. */
export const DAY_EXAMPLE = '11月 22日（日曜日） 午後 2時 30分';
