/** The hosted zones that could answer for the hostname: one is taken, several are told apart and chosen between. */
import Alert from '@cloudscape-design/components/alert'
import RadioGroup from '@cloudscape-design/components/radio-group'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { HostedZone } from '../../../core/dns/hosted-zone.ts'
import { shownName } from '../../../core/dns/name.ts'
import { candidateZones } from '../../../core/dns/zone-choice.ts'
import { delegationQuery, zonesForQuery } from '../../../data/cutover/zones.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { SkeletonLines } from '../../../ui/SkeletonLines.tsx'
import { ProblemPage } from '../../../widgets/problem/ProblemPage.tsx'
import { useWizard } from './wizard-context.ts'
import { zoneKind } from './zone-words.ts'

const words = {
  label: { en: 'Hosted zone', ko: '호스팅 영역' },
  several: {
    en: '{count} zones could hold this name. Choose the one that the clients you move ask.',
    ko: '이 이름을 담을 수 있는 영역이 {count}개입니다. 옮길 클라이언트가 조회하는 영역을 선택하세요.',
  },
  one: {
    en: 'The only zone of this account that could hold this name.',
    ko: '이 계정에서 이 이름을 담을 수 있는 유일한 영역입니다.',
  },
  records: { en: '{count, number} records', ko: '레코드 {count, number}개' },
  delegated: { en: 'resolvers are sent to this zone', ko: '해석기가 이 영역으로 안내됨' },
  undelegated: { en: 'resolvers are not sent to this zone', ko: '해석기가 이 영역으로 안내되지 않음' },
  inside: { en: 'answers inside its VPCs only', ko: '연결된 VPC 안에서만 응답' },
  linked: {
    en: 'managed by {service}: it cannot be changed here',
    ko: '{service}에서 관리하므로 여기서 변경할 수 없음',
  },
  noneTitle: {
    en: 'No hosted zone of this account holds {name}',
    ko: '이 계정에 {name}을(를) 담는 호스팅 영역이 없습니다',
  },
  none: {
    en: 'If another AWS account owns the zone, sign in to this console with that account: the service and the load balancer may stay where they are, and its alias works across accounts. If the zone is not in Route 53, move it there first or ask its owner; nothing can be changed from here.',
    ko: '다른 AWS 계정이 영역을 소유한다면 그 계정으로 이 콘솔에 로그인하세요. 서비스와 로드 밸런서는 그대로 두어도 되며 별칭은 계정을 넘어 작동합니다. 영역이 Route 53에 없다면 먼저 이전하거나 소유자에게 요청하세요. 여기서는 변경할 수 없습니다.',
  },
} satisfies Record<string, Text>

export function ZoneChoice({ hostname }: { hostname: string }) {
  const say = useText()
  const aws = useAws()
  const { cutovers, search, change } = useWizard()
  const zones = useQuery(zonesForQuery(aws, hostname))
  const candidates = candidateZones(hostname, zones.data ?? [])
  const publicOnes = candidates.filter(({ isPrivate }) => !isPrivate)
  const delegation = useQuery({
    ...delegationQuery(cutovers.host, publicOnes),
    enabled: publicOnes.length > 1,
  })
  const usable = candidates.filter(({ linkedService }) => linkedService === undefined)
  const only = candidates.length === 1 ? usable[0]?.id : undefined
  const isKnown = search.zone !== undefined && candidates.some(({ id }) => id === search.zone)
  useEffect(() => {
    if (only !== undefined && !isKnown) change({ zone: only })
  }, [only, isKnown, change])
  if (zones.error) return <ProblemPage error={zones.error} retry={() => void zones.refetch()} />
  if (!zones.data)
    return (
      <FormField label={say(words.label)}>
        <SkeletonLines lines={3} />
      </FormField>
    )
  if (candidates.length === 0)
    return (
      <Alert type="error" header={say(words.noneTitle, { name: shownName(hostname) })}>
        {say(words.none)}
      </Alert>
    )
  const aboutOf = (zone: HostedZone): string => {
    const isDelegated = delegation.data?.[zone.id]
    return [
      zone.id,
      say(words.records, { count: zone.recordCount }),
      ...(zone.comment ? [zone.comment] : []),
      ...(zone.isPrivate ? [say(words.inside)] : []),
      ...(isDelegated === undefined ? [] : [say(isDelegated ? words.delegated : words.undelegated)]),
      ...(zone.linkedService === undefined ? [] : [say(words.linked, { service: zone.linkedService })]),
    ].join(' · ')
  }
  return (
    <SpaceBetween size="xs">
      <FormField
        label={say(words.label)}
        description={
          candidates.length > 1 ? say(words.several, { count: candidates.length }) : say(words.one)
        }
      >
        <RadioGroup
          value={isKnown ? (search.zone ?? null) : null}
          items={candidates.map((zone) => ({
            value: zone.id,
            label: `${shownName(zone.name)} – ${say(zoneKind(zone))}`,
            description: aboutOf(zone),
            disabled: zone.linkedService !== undefined,
          }))}
          onChange={({ detail }) => change({ zone: detail.value })}
        />
      </FormField>
    </SpaceBetween>
  )
}
