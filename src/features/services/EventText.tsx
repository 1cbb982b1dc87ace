/** An event in AWS's own words, with the tasks, instances and target groups it names as links. */
import type { ReactNode } from 'react'
import type { EventLink, EventReading } from '../../core/ecs/service-event.ts'
import { targetGroupName } from '../../core/elb/arn-name.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { instanceHref, serviceHref, targetGroupHref, taskHref } from '../../widgets/resource-link/href.ts'

const kinds: Record<EventLink['kind'], Text> = {
  task: { en: 'Task {name}', ko: '태스크 {name}' },
  'container-instance': { en: 'Container instance {name}', ko: '컨테이너 인스턴스 {name}' },
  'target-group': { en: 'Target group {name}', ko: '대상 그룹 {name}' },
  deployment: { en: 'Deployment {name}', ko: '배포 {name}' },
  instance: { en: 'Instance {name}', ko: '인스턴스 {name}' },
}

/** Where the event's service is: links lead into its cluster. */
export interface Place {
  region: string
  cluster: string
  service: string
}

interface EventTextProps {
  message: string
  links: EventReading['links']
  place: Place
}

export function EventText({ message, links, place }: EventTextProps) {
  const say = useText()
  const parts: ReactNode[] = []
  let from = 0
  for (const link of links) {
    const href = hrefOf(link, place)
    if (href === undefined) continue
    const name = link.kind === 'target-group' ? targetGroupName(link.id) : link.id
    parts.push(
      message.slice(from, link.start),
      <AppLink key={link.start} href={href} ariaLabel={say(kinds[link.kind], { name })}>
        {name}
      </AppLink>,
    )
    from = link.end
  }
  return (
    <span style={{ overflowWrap: 'anywhere' }}>
      {parts}
      {message.slice(from)}
    </span>
  )
}

/** An EC2 instance has no page of its own here. */
function hrefOf({ kind, id }: EventLink, { region, cluster, service }: Place): string | undefined {
  const hrefs: Record<EventLink['kind'], string | undefined> = {
    task: taskHref(region, cluster, id),
    'container-instance': instanceHref(region, cluster, id),
    'target-group': targetGroupHref(region, targetGroupName(id)),
    deployment: serviceHref(region, cluster, service, 'deployments'),
    instance: undefined,
  }
  return hrefs[kind]
}
