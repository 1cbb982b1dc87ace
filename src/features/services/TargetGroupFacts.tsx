/** How a target group reaches and checks the tasks of a service, on one line or two. */
import { loadBalancerName } from '../../core/elb/arn-name.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { loadBalancerHref } from '../../widgets/resource-link/href.ts'

const words = {
  container: { en: 'Container', ko: '컨테이너' },
  type: { en: 'Targets are', ko: '대상 유형' },
  check: { en: 'Health check', ko: '상태 확인' },
  checkValue: {
    en: '{protocol} {path}, port {port}, every {interval} s; healthy after {up}, unhealthy after {down}; expects {matcher}',
    ko: '{protocol} {path}, 포트 {port}, {interval}초마다. 정상 {up}회, 비정상 {down}회 연속. 예상 응답 {matcher}',
  },
  loadBalancers: { en: 'Load balancers', ko: '로드 밸런서' },
  unused: { en: 'none: it gets no traffic', ko: '없음(트래픽을 받지 않음)' },
} satisfies Record<string, Text>

interface TargetGroupFactsProps {
  group: TargetGroup
  container: string | undefined
  containerPort: number | undefined
  region: string
}

export function TargetGroupFacts({ group, container, containerPort, region }: TargetGroupFactsProps) {
  const say = useText()
  const { healthCheck: check } = group
  return (
    <KeyValues
      columns={4}
      items={[
        { label: words.container, value: container && `${container}:${containerPort ?? '?'}` },
        { label: words.type, value: group.targetType },
        {
          label: words.loadBalancers,
          value:
            group.loadBalancerArns.length > 0 ? (
              <Names arns={group.loadBalancerArns} region={region} />
            ) : (
              say(words.unused)
            ),
        },
        {
          label: words.check,
          value: say(words.checkValue, {
            protocol: check.protocol ?? '?',
            path: check.path ?? '',
            port: check.port ?? 'traffic-port',
            interval: check.intervalSeconds ?? '?',
            up: check.healthyThreshold ?? '?',
            down: check.unhealthyThreshold ?? '?',
            matcher: check.matcher ?? '200',
          }),
        },
      ]}
    />
  )
}

function Names({ arns, region }: { arns: readonly string[]; region: string }) {
  return arns.map((arn, at) => {
    const name = loadBalancerName(arn)
    return (
      <span key={arn}>
        {at > 0 && ', '}
        <AppLink href={loadBalancerHref(region, name)}>{name}</AppLink>
      </span>
    )
  })
}
