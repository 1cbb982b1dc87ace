/** P-17: clients of the hostname come to the load balancer whose rule shall move. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { valuesOf } from '../../dns/record-set.ts'
import { pointsToBalancer } from '../plan.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, failUnless, pass } from './verdict.ts'

const words = {
  good: {
    en: '{name} points to this load balancer: its rule decides.',
    ko: '{name}이(가) 이 로드 밸런서를 가리키므로 규칙이 요청을 나눕니다.',
  },
  elsewhere: {
    en: '{name} does not point to this load balancer: weights of its rule move none of its clients, unless they come here another way, as through a CDN.',
    ko: '{name}이(가) 이 로드 밸런서를 가리키지 않습니다. CDN 등 다른 경로로 들어오지 않는 한 규칙의 가중치를 바꿔도 클라이언트는 옮겨지지 않습니다.',
  },
} satisfies Record<string, Text>

export const servedHereCheck = defineCheck({
  id: 'P-17',
  group: 'dns',
  live: false,
  only: 'rule',
  title: { en: 'Hostname at the load balancer', ko: '호스트 이름과 로드 밸런서' },
  needs: ['subject', 'zone', 'sweep', 'records', 'params'],
  check(facts) {
    const name = shownName(facts.subject.hostname)
    const { managed } = effectiveOf(facts)
    if (pointsToBalancer(managed, facts.params)) return [pass(words.good, { name })]
    const evidence = managed.flatMap((record) => {
      const targets = record.AliasTarget ? [record.AliasTarget.DNSName] : valuesOf(record)
      return targets.map((target) => `${name} ${record.Type} ${target}`)
    })
    return [failUnless(name, words.elsewhere, { name }, { evidence })]
  },
})
