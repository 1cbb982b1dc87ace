/** What is wrong with a JSON text, in words. */
import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser'
import type { Message, Text } from '../../i18n/text.ts'

/** By the names that the parser prints for its errors. */
const texts: Record<string, Text> = {
  InvalidSymbol: {
    en: 'This is not JSON: a text needs double quotes.',
    ko: 'JSON이 아닙니다. 문자열은 큰따옴표로 감싸야 합니다.',
  },
  InvalidNumberFormat: { en: 'This number cannot be read.', ko: '읽을 수 없는 숫자입니다.' },
  PropertyNameExpected: {
    en: 'A member’s name in double quotes is expected here.',
    ko: '여기에는 큰따옴표로 감싼 멤버 이름이 와야 합니다.',
  },
  ValueExpected: { en: 'A value is expected here.', ko: '여기에는 값이 와야 합니다.' },
  ColonExpected: {
    en: 'A colon is missing after the name.',
    ko: '이름 뒤에 콜론이 없습니다.',
  },
  CommaExpected: { en: 'A comma is missing before this.', ko: '이 앞에 쉼표가 없습니다.' },
  CloseBraceExpected: { en: 'A closing } is missing.', ko: '닫는 }가 없습니다.' },
  CloseBracketExpected: { en: 'A closing ] is missing.', ko: '닫는 ]가 없습니다.' },
  EndOfFileExpected: {
    en: 'The JSON ended before this; nothing may follow it.',
    ko: 'JSON이 이 앞에서 끝났습니다. 뒤에는 아무것도 올 수 없습니다.',
  },
  InvalidCommentToken: { en: 'A comment cannot stand here.', ko: '여기에는 주석이 올 수 없습니다.' },
  UnexpectedEndOfComment: { en: 'The comment is not closed.', ko: '주석이 닫히지 않았습니다.' },
  UnexpectedEndOfString: { en: 'The text is not closed.', ko: '문자열이 닫히지 않았습니다.' },
  UnexpectedEndOfNumber: { en: 'The number ends too early.', ko: '숫자가 끝나지 않았습니다.' },
  InvalidUnicode: {
    en: 'After \\u four hexadecimal digits are needed.',
    ko: '\\u 뒤에는 16진수 네 자리가 필요합니다.',
  },
  InvalidEscapeCharacter: {
    en: 'This cannot follow a backslash in a text.',
    ko: '문자열의 백슬래시 뒤에 올 수 없는 문자입니다.',
  },
  InvalidCharacter: {
    en: 'A character here must be escaped, such as a tab or a line break within a text.',
    ko: '탭이나 줄바꿈처럼 문자열 안에 그대로 둘 수 없는 문자입니다. 이스케이프해야 합니다.',
  },
}

const unknownTrouble: Text = { en: 'This cannot be read as JSON.', ko: 'JSON으로 읽을 수 없습니다.' }

/** The piece of text itself is not said: it may be a secret. */
export function messageOf(code: ParseErrorCode): Message {
  return { text: texts[printParseErrorCode(code)] ?? unknownTrouble }
}

export const tooDeep: Message = {
  text: {
    en: 'The text is nested too deeply to be a task definition.',
    ko: '태스크 정의라고 하기에는 너무 깊게 중첩되어 있습니다.',
  },
}
