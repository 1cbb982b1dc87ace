/** How a target group reaches and checks the tasks of a service, on one line or two. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { loadBalancerName } from '../../core/elb/arn-name.ts'
import { healthCheckText } from '../../core/elb/health-check.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { loadBalancerHref } from '../../widgets/resource-link/href.ts'

const words = {
  container: { en: 'Container', ko: '컨테이너' },
  type: { en: 'Target type', ko: '대상 유형' },
  check: { en: 'Health check', ko: '상태 확인' },
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
  return (
    <SpaceBetween size="s">
      <div>
        <Box variant="awsui-key-label">{say(words.check)}</Box>
        {healthCheckText(group.healthCheck).map((sentence) => (
          <div key={sentence.text.en}>{say(sentence)}</div>
        ))}
      </div>
      <KeyValues
        columns={3}
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
        ]}
      />
    </SpaceBetween>
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
