/** P-39: the keys last for what comes next, and new ones can be had. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, fail, pass, warn } from './verdict.ts'

const words = {
  good: {
    en: 'The role is at hand; the sign-in ends {end, date, medium} {end, time, short}, the plan {plan, date, medium} {plan, time, short}.',
    ko: '역할을 사용할 수 있습니다. 로그인은 {end, date, medium} {end, time, short}에, 계획은 {plan, date, medium} {plan, time, short}에 끝납니다.',
  },
  open: { en: 'The role is at hand.', ko: '역할을 사용할 수 있습니다.' },
  short: {
    en: 'Sign in again first: the keys end in {minutes, plural, one {# minute} other {# minutes}}.',
    ko: '먼저 다시 로그인하세요. 키가 {minutes}분 후에 만료됩니다.',
  },
  stuck: {
    en: 'Sign in again first: no new keys of this role can be had.',
    ko: '먼저 다시 로그인하세요. 이 역할의 새 키를 받을 수 없습니다.',
  },
  early: {
    en: 'Your sign-in ends before the plan does: {end, date, medium} {end, time, short}, the plan {plan, date, medium} {plan, time, short}.',
    ko: '로그인이 계획보다 먼저 끝납니다. 로그인은 {end, date, medium} {end, time, short}에, 계획은 {plan, date, medium} {plan, time, short}에 끝납니다.',
  },
} satisfies Record<string, Text>

export const sessionCheck = defineCheck({
  id: 'P-39',
  group: 'session',
  live: true,
  title: { en: 'Session', ko: '세션' },
  needs: ['session', 'now'],
  check({ session: { expiresAt, renewable, signInEndsAt, plannedEnd, needed }, now }) {
    const left = (expiresAt ?? Infinity) - now
    if (!renewable) return [fail(words.stuck)]
    if (left < needed) return [fail(words.short, { minutes: Math.max(0, Math.floor(left / 60_000)) })]
    if (signInEndsAt === undefined) return [pass(words.open)]
    const values = { end: new Date(signInEndsAt), plan: new Date(plannedEnd) }
    return [signInEndsAt < plannedEnd ? warn('sign-in ends', words.early, values) : pass(words.good, values)]
  },
})
