/** P-12: no other tool writes the records of the hostname and would revert a change. */
import type { Text } from '../../../i18n/text.ts'
import { shownName } from '../../dns/name.ts'
import { type RecordSet, valuesOf } from '../../dns/record-set.ts'
import { externalDnsRecords, toolOfTags } from '../likely-owner.ts'
import { effectiveOf } from './serving.ts'
import { defineCheck, failUnless, info, type Verdict, warn } from './verdict.ts'

const words = {
  externalDns: {
    en: 'external-dns owns {name} and will revert the change.',
    ko: 'external-dns가 {name}을(를) 소유하며 변경을 되돌립니다.',
  },
  externalDnsFix: {
    en: 'Take the name out of the Kubernetes resource first, or set policy=upsert-only and remove the annotation.',
    ko: '먼저 Kubernetes 리소스에서 이 이름을 제거하거나, policy=upsert-only로 설정하고 주석을 제거하세요.',
  },
  tool: {
    en: 'The zone is tagged by {tool}: if it manages {name}, it will revert the change.',
    ko: '영역에 {tool} 태그가 있습니다. {name}을(를) 관리한다면 변경을 되돌립니다.',
  },
  beanstalk: {
    en: '{name} points to an Elastic Beanstalk environment: swapping its environment URLs moves traffic as well.',
    ko: '{name}은(는) Elastic Beanstalk 환경을 가리킵니다. 환경 URL을 교체해도 트래픽이 이동합니다.',
  },
  none: {
    en: 'No sign of another tool. If Terraform or CloudFormation manages {name}, it will revert the change.',
    ko: '다른 도구의 흔적이 없습니다. Terraform이나 CloudFormation이 {name}을(를) 관리한다면 변경을 되돌립니다.',
  },
} satisfies Record<string, Text>

export const ownerCheck = defineCheck({
  id: 'P-12',
  group: 'dns',
  live: false,
  only: 'dns',
  title: { en: 'Other owners', ko: '다른 소유자' },
  needs: ['subject', 'zone', 'sweep', 'records', 'zoneTags'],
  check(facts) {
    const { hostname } = facts.subject
    const name = shownName(hostname)
    const owned: Verdict[] = externalDnsRecords(facts.sweep, hostname).map((record) =>
      failUnless(
        `external-dns ${record.Name}`,
        words.externalDns,
        { name },
        { evidence: [record.Name, ...valuesOf(record)], fix: { message: { text: words.externalDnsFix } } },
      ),
    )
    const tool = 'value' in facts.zoneTags ? toolOfTags(facts.zoneTags.value) : undefined
    if (tool !== undefined) owned.push(warn(tool, words.tool, { name, tool }))
    if (effectiveOf(facts).managed.some(isBeanstalk)) owned.push(warn('beanstalk', words.beanstalk, { name }))
    return owned.length > 0 ? owned : [info(words.none, { name })]
  },
})

function isBeanstalk(record: RecordSet): boolean {
  return [...valuesOf(record), record.AliasTarget?.DNSName ?? ''].some((target) =>
    /\.elasticbeanstalk\.com\.?$/i.test(target),
  )
}
