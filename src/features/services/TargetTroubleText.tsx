/** Unhealthy targets in words: what the health check met, what to do, and which tasks they are. */
import Box from '@cloudscape-design/components/box'
import type { TargetTrouble, UnhealthyTarget } from '../../core/ecs/target-trouble.ts'
import { targetKey } from '../../core/elb/target-owner.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { serviceHref, targetGroupHref, taskHref } from '../../widgets/resource-link/href.ts'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import type { Place } from './EventText.tsx'

const words = {
  do: { en: 'What to do:', ko: '할 일:' },
  group: { en: 'Target group', ko: '대상 그룹' },
  task: { en: 'task', ko: '태스크' },
  more: { en: '{n, plural, one {# more target} other {# more targets}}', ko: '대상 {n}개 더' },
} satisfies Record<string, Text>

/** More would bury what else stands in the panel; the tab of load balancing has them all. */
const mostTargets = 4

interface TargetTroubleTextProps {
  trouble: TargetTrouble
  place: Place
}

export function TargetTroubleText({ trouble, place }: TargetTroubleTextProps) {
  const say = useText()
  const { group, reason, description, explained, targets } = trouble
  const { region, cluster, service } = place
  const more = targets.length - mostTargets
  return (
    <div>
      {explained && <Box fontWeight="bold">{say(explained.means)}</Box>}
      {explained?.advice && (
        <div>
          {say(words.do)} {say(explained.advice)}
        </div>
      )}
      <Box fontSize="body-s" color="text-body-secondary">
        {say(words.group)} <AppLink href={targetGroupHref(region, group.name)}>{group.name}</AppLink>:{' '}
        {[reason, description].filter(Boolean).join(': ')}
        {targets.slice(0, mostTargets).map((one) => (
          <div key={targetKey(one.target)}>
            <TargetText unhealthy={one} region={region} cluster={cluster} />
          </div>
        ))}
        {more > 0 && (
          <AppLink href={serviceHref(region, cluster, service, 'load-balancing')}>
            {say(words.more, { n: more })}
          </AppLink>
        )}
      </Box>
    </div>
  )
}

interface TargetTextProps {
  unhealthy: UnhealthyTarget
  region: string
  cluster: string
}

/** `10.0.128.11:8080, task 61377194bf98…`. */
function TargetText({ unhealthy: { target, task }, region, cluster }: TargetTextProps) {
  const say = useText()
  return (
    <>
      {target.port === undefined ? target.id : targetKey(target)}
      {task && (
        <>
          , {say(words.task)}{' '}
          <AppLink href={taskHref(region, cluster, task.id)} ariaLabel={`${say(words.task)} ${task.id}`}>
            {shortId(task.id)}
          </AppLink>
        </>
      )}
    </>
  )
}
