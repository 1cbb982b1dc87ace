/** The target groups of a service: which of its tasks get traffic, and why the others do not. */
import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQuery } from '@tanstack/react-query'
import type { Service, ServiceLoadBalancer } from '../../core/ecs/service.ts'
import type { TargetGroup } from '../../core/elb/target-group.ts'
import { containerInstancesQuery } from '../../data/ecs/container-instances.ts'
import { tasksQuery } from '../../data/ecs/tasks.ts'
import { targetGroupsByArnQuery } from '../../data/elb/target-groups.ts'
import { targetHealthQuery } from '../../data/elb/target-health.ts'
import { intervals } from '../../data/polling.ts'
import { useAws } from '../../data/session.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { Block } from '../../ui/Block.tsx'
import { useBlockState } from '../../widgets/problem/block-state.ts'
import { targetGroupHref } from '../../widgets/resource-link/href.ts'
import { useTableSearch } from '../../widgets/table-search.ts'
import { TargetTable } from '../../widgets/target-table/TargetTable.tsx'
import type { Place } from './EventText.tsx'
import { TargetGroupFacts } from './TargetGroupFacts.tsx'

const words = {
  title: { en: 'Load balancing', ko: '로드 밸런싱' },
  none: {
    en: 'This service registers its tasks with no target group, so that no load balancer sends it traffic.',
    ko: '이 서비스는 태스크를 대상 그룹에 등록하지 않으므로 로드 밸런서의 트래픽을 받지 않습니다.',
  },
  gone: {
    en: 'The target group {name} no longer exists. ECS cannot register tasks with it.',
    ko: '대상 그룹 {name}이(가) 더 이상 없습니다. ECS가 태스크를 등록할 수 없습니다.',
  },
  warning: { en: 'Warning', ko: '경고' },
} satisfies Record<string, Text>

export function LoadBalancingTab({ service, place }: { service: Service; place: Place }) {
  const aws = useAws()
  const say = useText()
  const arns = service.loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  const groups = useQuery({ ...targetGroupsByArnQuery(aws, arns), enabled: arns.length > 0 })
  const state = useBlockState(groups, { intervalMs: intervals.targetGroups.steady })
  if (arns.length === 0) return <Box color="text-body-secondary">{say(words.none)}</Box>
  if (!groups.data) return <Block title={words.title} state={state} skeletonLines={6} />
  const byArn = new Map(groups.data.map((group) => [group.arn, group]))
  return (
    <SpaceBetween size="l">
      {service.loadBalancers.map((attachment) => {
        const group = byArn.get(attachment.targetGroupArn ?? '')
        return group ? (
          <AttachedGroup key={group.arn} group={group} attachment={attachment} place={place} />
        ) : (
          <Alert key={attachment.targetGroupArn} type="warning" statusIconAriaLabel={say(words.warning)}>
            {say(words.gone, { name: attachment.targetGroupArn ?? attachment.loadBalancerName ?? '?' })}
          </Alert>
        )
      })}
    </SpaceBetween>
  )
}

interface AttachedGroupProps {
  group: TargetGroup
  attachment: ServiceLoadBalancer
  place: Place
}

function AttachedGroup({ group, attachment, place }: AttachedGroupProps) {
  const aws = useAws()
  const { region, cluster, service } = place
  const [search, setSearch] = useTableSearch()
  const health = useQuery(targetHealthQuery(aws, group.arn))
  const tasks = useQuery(tasksQuery(aws, cluster, { desiredStatus: 'RUNNING', serviceName: service }))
  const instances = useQuery({
    ...containerInstancesQuery(aws, cluster),
    // Only targets that are EC2 instances are joined to tasks through them.
    enabled: group.targetType === 'instance',
  })
  const state = useBlockState(health, { intervalMs: intervals.targetHealth.steady })
  return (
    <SpaceBetween size="s">
      <Box variant="h2">
        <AppLink href={targetGroupHref(region, group.name)}>{group.name}</AppLink>
      </Box>
      <TargetGroupFacts
        group={group}
        container={attachment.containerName}
        containerPort={attachment.containerPort}
        region={region}
      />
      <TargetTable
        id="service-targets"
        targetGroup={group}
        targets={health.data ?? []}
        tasks={tasks.data?.items ?? []}
        instances={instances.data?.items ?? []}
        state={state}
        search={search}
        onSearch={setSearch}
        region={region}
        level="h3"
        hideService
      />
    </SpaceBetween>
  )
}
