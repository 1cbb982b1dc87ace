/** P-41: whether answers are signed. It changes nothing: Route 53 signs what it answers. */
import type { Text } from '../../../i18n/text.ts'
import { defineCheck, info } from './verdict.ts'

const words = {
  status: { en: 'DNSSEC signing: {status}.', ko: 'DNSSEC 서명: {status}.' },
} satisfies Record<string, Text>

export const dnssecCheck = defineCheck({
  id: 'P-41',
  group: 'dns',
  live: false,
  optional: true,
  title: { en: 'DNSSEC', ko: 'DNSSEC' },
  needs: ['dnssec'],
  check: ({ dnssec }) => [info(words.status, { status: dnssec })],
})
