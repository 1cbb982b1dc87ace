/** Who uses a revision: services, tasks without a service, schedules. */
import Box from '@cloudscape-design/components/box'
import type { Usage } from '../../../core/task-definition/usage.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { AppLink } from '../../../ui/AppLink.tsx'
import { serviceHref, taskHref } from '../../../widgets/resource-link/href.ts'

const words = {
  schedule: { en: 'schedule {name} ({state})', ko: '일정 {name}({state})' },
  task: { en: 'task {id} ({cluster})', ko: '태스크 {id}({cluster})' },
  more: { en: 'and {count} more', ko: '외 {count}개' },
  reading: { en: 'being read', ko: '읽는 중' },
} satisfies Record<string, Text>

/** Tasks of their own that are named; the rest is counted. */
const namedTasks = 3

interface UsageListProps {
  region: string
  usage: Usage
  /** False while more may turn up. */
  isComplete: boolean
  /** What stands there when nothing uses it. */
  none?: string
}

export function UsageList({
  region,
  usage: { services, tasks, schedules },
  isComplete,
  none = '–',
}: UsageListProps) {
  const say = useText()
  const own = tasks.filter(({ service }) => service === undefined)
  const isNothing = services.length + own.length + schedules.length === 0
  if (isNothing)
    return isComplete ? <>{none}</> : <Box color="text-status-inactive">{say(words.reading)}</Box>
  return (
    <>
      {services.map(({ cluster, service }) => (
        <div key={`${cluster}/${service}`}>
          <AppLink href={serviceHref(region, cluster, service)} variant="secondary">
            {service}
          </AppLink>{' '}
          ({cluster})
        </div>
      ))}
      {own.slice(0, namedTasks).map(({ cluster, id }) => (
        <div key={id}>
          <AppLink href={taskHref(region, cluster, id)} variant="secondary">
            {say(words.task, { id: id.slice(0, 8), cluster })}
          </AppLink>
        </div>
      ))}
      {own.length > namedTasks && <div>{say(words.more, { count: own.length - namedTasks })}</div>}
      {schedules.map(({ group, name, state }) => (
        <div key={`${group}/${name}`}>{say(words.schedule, { name, state })}</div>
      ))}
    </>
  )
}
