/** P-01: what was typed is a hostname that Route 53 takes. */
import type { Text } from '../../../i18n/text.ts'
import { nameTrouble, shownName } from '../../dns/name.ts'
import { defineCheck, fail, pass } from './verdict.ts'

const words = {
  good: { en: '{name} is a hostname.', ko: '{name}은(는) 호스트 이름입니다.' },
  bad: { en: '“{name}” is not a valid hostname.', ko: '“{name}”은(는) 올바른 호스트 이름이 아닙니다.' },
  label: {
    en: 'A part of “{name}” is empty or longer than 63 characters.',
    ko: '“{name}”의 일부가 비어 있거나 63자를 넘습니다.',
  },
  long: { en: '“{name}” is longer than 255 characters.', ko: '“{name}”이(가) 255자를 넘습니다.' },
} satisfies Record<string, Text>

export const nameCheck = defineCheck({
  id: 'P-01',
  group: 'dns',
  live: false,
  title: { en: 'Hostname', ko: '호스트 이름' },
  needs: ['subject'],
  check({ subject: { typed, hostname } }) {
    if (hostname === '') return [fail(words.bad, { name: typed })]
    const trouble = nameTrouble(hostname)
    if (trouble) return [fail(words[trouble], { name: typed })]
    return [pass(words.good, { name: shownName(hostname) })]
  },
})
