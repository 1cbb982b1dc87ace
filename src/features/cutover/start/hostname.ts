/** What was typed for a hostname: its canonical form, or what is wrong with it. */
import { canonicalName, nameTrouble } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'

const troubles = {
  address: {
    en: 'That is the address of a page. Give the hostname alone, such as {host}.',
    ko: '페이지 주소입니다. {host}처럼 호스트 이름만 입력하세요.',
  },
  bad: {
    en: 'That is not a hostname. It consists of labels with dots between them, such as www.example.com.',
    ko: '호스트 이름이 아닙니다. www.example.com처럼 점으로 구분된 레이블로 입력하세요.',
  },
  label: {
    en: 'A label between the dots is empty or longer than 63 characters.',
    ko: '점 사이의 레이블이 비어 있거나 63자를 넘습니다.',
  },
  long: { en: 'Longer than 255 characters.', ko: '255자를 넘습니다.' },
  single: {
    en: 'A name without a dot stands in no hosted zone of yours.',
    ko: '점이 없는 이름은 호스팅 영역에 속할 수 없습니다.',
  },
} satisfies Record<string, Text>

export type Typed =
  | { kind: 'empty' }
  | { kind: 'name'; canonical: string }
  | { kind: 'trouble'; text: Text; values: Record<string, string> }

export function readHostname(typed: string): Typed {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  const host = /^[a-z][a-z0-9+.-]*:\/\/([^/:?#@]+)/i.exec(text)?.[1] ?? /^([^/:?#@]+)[/:?#]/.exec(text)?.[1]
  if (host !== undefined) return { kind: 'trouble', text: troubles.address, values: { host } }
  const canonical = canonicalName(text)
  if (canonical === undefined) return trouble('bad')
  const wrong = nameTrouble(canonical)
  if (wrong) return trouble(wrong)
  return canonical.indexOf('.') === canonical.length - 1 ? trouble('single') : { kind: 'name', canonical }
}

function trouble(kind: Exclude<keyof typeof troubles, 'address'>): Typed {
  return { kind: 'trouble', text: troubles[kind], values: {} }
}
