/** How a service is configured: what it runs, where, and how far a deployment may go. */
import type { Service } from '../../core/ecs/service.ts'
import { familyRevision } from '../../core/ecs/names.ts'
import type { Message, Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { Block } from '../../ui/Block.tsx'
import type { BlockState } from '../../ui/block-state.ts'
import { ExternalLink } from '../../ui/ExternalLink.tsx'
import { KeyValues, type KeyValue } from '../../ui/KeyValues.tsx'
import { Time } from '../../ui/Time.tsx'
import { awsConsole } from '../../widgets/resource-link/aws-console.ts'
import { launchTypeOf } from './service-facts.ts'

const words = {
  title: { en: 'Configuration', ko: '구성' },
  definition: { en: 'Task definition', ko: '태스크 정의' },
  launchType: { en: 'Launch type', ko: '시작 유형' },
  platform: { en: 'Platform version', ko: '플랫폼 버전' },
  scheduling: { en: 'Scheduling', ko: '예약 전략' },
  percent: { en: 'Healthy percent during a deployment', ko: '배포 중 정상 비율' },
  percentValue: { en: 'at least {min} %, at most {max} %', ko: '최소 {min}%, 최대 {max}%' },
  breaker: { en: 'Circuit breaker', ko: '회로 차단기' },
  off: { en: 'Off', ko: '끔' },
  on: { en: 'On, no rollback', ko: '켬, 롤백 안 함' },
  rollback: { en: 'On, rolls back', ko: '켬, 롤백함' },
  grace: { en: 'Health check grace period', ko: '상태 확인 유예 기간' },
  seconds: { en: '{n, number} s', ko: '{n, number}초' },
  endless: { en: 'Practically endless ({n, number} s)', ko: '사실상 무기한({n, number}초)' },
  exec: { en: 'ECS Exec', ko: 'ECS Exec' },
  enabled: { en: 'Enabled', ko: '활성화' },
  disabled: { en: 'Disabled', ko: '비활성화' },
  subnets: { en: 'Subnets', ko: '서브넷' },
  groups: { en: 'Security groups', ko: '보안 그룹' },
  publicIp: { en: 'Public IP', ko: '퍼블릭 IP' },
  constraints: { en: 'Placement constraints', ko: '배치 제약 조건' },
  strategy: { en: 'Placement strategy', ko: '배치 전략' },
  created: { en: 'Created', ko: '생성' },
  createdBy: { en: 'Created by', ko: '생성한 주체' },
} satisfies Record<string, Text>

/** Nobody waits that long, s: people write the largest number AWS takes to switch replacement off. */
const year = 31_536_000

interface ConfigurationBlockProps {
  service: Service
  state: BlockState
  region: string
}

export function ConfigurationBlock({ service, state, region }: ConfigurationBlockProps) {
  const say = useText()
  const [family = '', revision = ''] = familyRevision(service.taskDefinitionArn).split(':')
  const items: KeyValue[] = [
    {
      label: words.definition,
      value: (
        <ExternalLink href={awsConsole.taskDefinition(region, family, revision)}>
          {`${family}:${revision}`}
        </ExternalLink>
      ),
    },
    { label: words.launchType, value: launchTypeOf(service) },
    { label: words.scheduling, value: service.schedulingStrategy },
    { label: words.percent, value: say(percentOf(service)) },
    { label: words.breaker, value: say(breakerOf(service)) },
    { label: words.grace, value: secondsOf(service.healthCheckGracePeriodSeconds, say) },
    { label: words.exec, value: say(service.enableExecuteCommand ? words.enabled : words.disabled) },
    { label: words.created, value: <Time at={service.createdAt} /> },
    ...network(service),
    ...placement(service),
    { label: words.createdBy, value: service.createdBy && <Wide text={service.createdBy} /> },
  ]
  return (
    <Block title={words.title} state={state}>
      <KeyValues columns={4} items={items} />
    </Block>
  )
}

function network(service: Service): KeyValue[] {
  if (service.subnets.length === 0) return []
  return [
    { label: words.subnets, value: <Lines texts={service.subnets} /> },
    { label: words.groups, value: <Lines texts={service.securityGroups} /> },
    { label: words.publicIp, value: service.assignPublicIp },
    { label: words.platform, value: service.platformVersion },
  ]
}

function placement(service: Service): KeyValue[] {
  const { placementConstraints, placementStrategy } = service
  const constraints = placementConstraints.map(({ type, expression }) =>
    [type, expression].filter(Boolean).join(': '),
  )
  const strategy = placementStrategy.map(({ type, field }) => [type, field].filter(Boolean).join(': '))
  return [
    ...(constraints.length > 0 ? [{ label: words.constraints, value: constraints.join('; ') }] : []),
    ...(strategy.length > 0 ? [{ label: words.strategy, value: strategy.join('; ') }] : []),
  ]
}

function percentOf({ minimumHealthyPercent, maximumPercent }: Service): Message {
  return {
    text: words.percentValue,
    values: { min: minimumHealthyPercent ?? 100, max: maximumPercent ?? 200 },
  }
}

function breakerOf({ circuitBreaker }: Service): Text {
  if (!circuitBreaker?.enable) return words.off
  return circuitBreaker.rollback ? words.rollback : words.on
}

function secondsOf(seconds: number | undefined, say: (text: Text, values: { n: number }) => string) {
  if (seconds === undefined) return undefined
  return say(seconds >= year ? words.endless : words.seconds, { n: seconds })
}

/** One below the other: ids have hyphens, at which a line would break in the middle of one. */
function Lines({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return <>–</>
  return texts.map((text) => <div key={text}>{text}</div>)
}

function Wide({ text }: { text: string }) {
  return <span style={{ overflowWrap: 'anywhere' }}>{text}</span>
}
