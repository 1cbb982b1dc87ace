/** The facts of a target group on one screen, its health check in words. */
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import { loadBalancerName } from '../../core/elb/arn-name.ts'
import { healthCheckText } from '../../core/elb/health-check.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { targetGroupAttributesQuery } from '../../data/elb/target-groups.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { durationMessage } from '../../ui/time-format.ts'
import { loadBalancerHref } from '../../widgets/resource-link/href.ts'

const words = {
  balancers: { en: 'Load balancers', ko: '로드 밸런서' },
  unused: {
    en: 'None: no listener rule forwards to it, so its targets get no traffic.',
    ko: '없음: 이 대상 그룹으로 전달하는 리스너 규칙이 없어 트래픽을 받지 않습니다.',
  },
  protocol: { en: 'Protocol and port', ko: '프로토콜 및 포트' },
  type: { en: 'Target type', ko: '대상 유형' },
  instance: { en: 'instance (EC2 ID and host port)', ko: 'instance(EC2 ID 및 호스트 포트)' },
  ip: { en: 'ip (address of the task)', ko: 'ip(태스크 주소)' },
  draining: { en: 'Draining', ko: '드레이닝' },
  drains: {
    en: 'up to {time} for requests under way, before a target that leaves is gone',
    ko: '대상이 제거되기 전에 진행 중인 요청을 최대 {time} 동안 처리',
  },
  vpc: { en: 'VPC', ko: 'VPC' },
  check: { en: 'Health check', ko: '상태 확인' },
} satisfies Record<string, Text>

const typeWords: Record<string, Text> = { instance: words.instance, ip: words.ip }

export function TargetGroupFacts({ targetGroup, region }: { targetGroup: TargetGroup; region: string }) {
  const say = useText()
  const { targetType, loadBalancerArns } = targetGroup
  const type = typeWords[targetType]
  // Said beside the other facts; without it, and without the right to read it, they are still good.
  const { data } = useQuery(targetGroupAttributesQuery(useAws(), targetGroup.arn))
  const delay = data?.deregistrationDelaySeconds
  return (
    <SpaceBetween size="l">
      <div>
        <Box variant="awsui-key-label">{say(words.check)}</Box>
        {healthCheckText(targetGroup.healthCheck).map((sentence) => (
          <div key={sentence.text.en}>{say(sentence)}</div>
        ))}
      </div>
      <KeyValues
        columns={4}
        items={[
          {
            label: words.balancers,
            value:
              loadBalancerArns.length === 0
                ? say(words.unused)
                : loadBalancerArns.map((arn) => (
                    <div key={arn}>
                      <AppLink href={loadBalancerHref(region, loadBalancerName(arn))}>
                        {loadBalancerName(arn)}
                      </AppLink>
                    </div>
                  )),
          },
          {
            label: words.protocol,
            value: [targetGroup.protocol, targetGroup.port].filter((one) => one !== undefined).join(':'),
          },
          { label: words.type, value: type ? say(type) : targetType },
          {
            label: words.draining,
            value:
              delay === undefined
                ? undefined
                : say(words.drains, { time: say(durationMessage(delay * 1000)) }),
          },
          { label: words.vpc, value: targetGroup.vpcId },
        ]}
      />
    </SpaceBetween>
  )
}
