/** P-11: caches forget the old answer soon. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, failUnless, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'Caches keep the old answer for at most {ttl, number} s.',
    ko: '캐시는 이전 응답을 최대 {ttl, number}초 동안 유지합니다.',
  },
  prepared: {
    en: 'TTL is {ttl, number} s: caches keep the old address up to {ttl, number} s after the change; TTL preparation is on.',
    ko: 'TTL이 {ttl, number}초이므로 변경 후 최대 {ttl, number}초 동안 캐시에 이전 주소가 남습니다. TTL 준비가 켜져 있습니다.',
  },
  unprepared: {
    en: 'TTL is {ttl, number} s and TTL preparation is off: caches keep the old address up to {ttl, number} s after each change, a rollback too.',
    ko: 'TTL이 {ttl, number}초이고 TTL 준비가 꺼져 있습니다. 롤백을 포함한 각 변경 후 최대 {ttl, number}초 동안 캐시에 이전 주소가 남습니다.',
  },
  on: { en: 'Turn TTL preparation on.', ko: 'TTL 준비를 켜세요.' },
} satisfies Record<string, Text>

/** Seconds. */
const short = 300
const tooLong = 3600

export const ttlCheck = defineCheck({
  id: 'P-11',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'TTL', ko: 'TTL' },
  needs: ['params'],
  check({ params: { originalTtl: ttl, prepareTtl } }) {
    if (ttl <= short) return [pass(words.good, { ttl })]
    const key = String(ttl)
    if (prepareTtl) return [warn(key, words.prepared, { ttl })]
    const extra = { fix: { message: { text: words.on } } }
    return ttl > tooLong
      ? [failUnless(key, words.unprepared, { ttl }, extra)]
      : [warn(key, words.unprepared, { ttl }, extra)]
  },
})
