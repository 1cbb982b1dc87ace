/** What answers for the hostname now: one sentence a record set, and all of them in full. */
import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { isManagedType } from '../../../core/cutover/managed.ts'
import { shownName } from '../../../core/dns/name.ts'
import { policyInKorean } from '../../../core/dns/policy-words.ts'
import { type RecordSet, routingPolicyOf } from '../../../core/dns/record-set.ts'
import { recordSentence } from '../../../core/dns/record-words.ts'
import { type Serving, servingOf } from '../../../core/dns/wildcard.ts'
import { ownRecordsQuery, zoneRecordsQuery, zonesForQuery } from '../../../data/cutover/zones.ts'
import { useAws } from '../../../data/session.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { Block } from '../../../ui/Block.tsx'
import { useBlockState } from '../../../widgets/problem/block-state.ts'
import { RecordTable } from '../parts/RecordTable.tsx'

const words = {
  title: { en: 'What stands there now', ko: '현재 레코드' },
  own: { en: '{name} has records of its own.', ko: '{name}에 자체 레코드가 있습니다.' },
  wildcard: {
    en: '{name} has no records of its own: the wildcard {wildcard} answers for it. A record at {name} hides the wildcard for all types; rolling back deletes it again.',
    ko: '{name}에 자체 레코드가 없어 와일드카드 {wildcard}이(가) 응답합니다. {name}에 레코드를 만들면 모든 유형에서 와일드카드가 가려지며, 롤백하면 다시 삭제됩니다.',
  },
  nothing: {
    en: 'Nothing answers for {name}. It can only be pointed to the load balancer at once; resolvers may remember for a while that there was nothing.',
    ko: '{name}에 응답하는 레코드가 없습니다. 한 번에 로드 밸런서로 연결할 수만 있으며, 해석기가 한동안 레코드가 없다고 기억할 수 있습니다.',
  },
  group: {
    en: '{count, plural, one {# record set} other {# record sets}} with {policy} routing: all of them are replaced at once, and put back as they are.',
    ko: `${policyInKorean} 라우팅 레코드 세트 {count}개: 모두 한 번에 교체되며 그대로 복원됩니다.`,
  },
  weight: { en: 'weight {weight}', ko: '가중치 {weight}' },
  full: { en: 'Record sets in full', ko: '레코드 세트 전체' },
} satisfies Record<string, Text>

export function StandsNow({ hostname, zoneId }: { hostname: string; zoneId: string }) {
  const say = useText()
  const aws = useAws()
  const own = useQuery(ownRecordsQuery(aws, zoneId, hostname))
  // Only a name without records needs the others: a wildcard may answer for it.
  const isBare = own.data?.length === 0
  const all = useQuery({ ...zoneRecordsQuery(aws, zoneId), enabled: isBare })
  const zones = useQuery(zonesForQuery(aws, hostname))
  const state = useBlockState(isBare ? all : own)
  const zone = zones.data?.find(({ id }) => id === zoneId)
  const serving = isBare && all.data && zone ? servingOf(hostname, zone.name, all.data) : undefined
  return (
    <Block title={words.title} state={state} skeletonLines={4}>
      {!isBare && own.data && (
        <Standing says={say(words.own, { name: shownName(hostname) })} records={own.data} />
      )}
      {serving && <BareName hostname={hostname} serving={serving} />}
    </Block>
  )
}

function BareName({ hostname, serving }: { hostname: string; serving: Serving }) {
  const say = useText()
  const name = shownName(hostname)
  if (serving.kind !== 'wildcard') return <Alert type="warning">{say(words.nothing, { name })}</Alert>
  const wildcard = shownName(serving.name)
  return <Standing says={say(words.wildcard, { name, wildcard })} records={serving.records} />
}

function Standing({ says, records }: { says: string; records: readonly RecordSet[] }) {
  const say = useText()
  const members = records.filter(
    ({ Type, SetIdentifier }) => SetIdentifier !== undefined && isManagedType(Type, true),
  )
  const [member] = members
  return (
    <SpaceBetween size="s">
      <div>{says}</div>
      {member && (
        <Alert type="info">
          {say(words.group, { count: members.length, policy: routingPolicyOf(member) ?? '?' })}
        </Alert>
      )}
      <ul>
        {records.map((record) => (
          <li key={`${record.Type} ${record.SetIdentifier ?? ''}`}>
            {record.SetIdentifier !== undefined && <strong>{record.SetIdentifier} </strong>}
            {record.Weight !== undefined && <>({say(words.weight, { weight: record.Weight })}) </>}
            {say(recordSentence(record))}
          </li>
        ))}
      </ul>
      <ExpandableSection headerText={say(words.full)}>
        <RecordTable records={records} label={say(words.full)} />
      </ExpandableSection>
    </SpaceBetween>
  )
}
