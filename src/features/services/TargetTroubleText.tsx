/** An unhealthy target in words: what the health check met, what to do, and which task it is. */
import Box from '@cloudscape-design/components/box'
import type { TargetTrouble } from '../../core/ecs/target-trouble.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { AppLink } from '../../ui/AppLink.tsx'
import { targetGroupHref, taskHref } from '../../widgets/resource-link/href.ts'
import { shortId } from '../../widgets/task-table/task-columns.tsx'
import type { Place } from './EventText.tsx'

const words = {
  do: { en: 'What to do:', ko: '할 일:' },
  group: { en: 'Target group', ko: '대상 그룹' },
  target: { en: 'target {target}', ko: '대상 {target}' },
  task: { en: 'task', ko: '태스크' },
} satisfies Record<string, Text>

export function TargetTroubleText({ trouble, place }: { trouble: TargetTrouble; place: Place }) {
  const say = useText()
  const { group, target, task, explained } = trouble
  const { region, cluster } = place
  const address = target.port === undefined ? target.id : `${target.id}:${String(target.port)}`
  return (
    <div>
      {explained && <Box fontWeight="bold">{say(explained.means)}</Box>}
      {explained?.advice && (
        <div>
          {say(words.do)} {say(explained.advice)}
        </div>
      )}
      <Box fontSize="body-s" color="text-body-secondary">
        {say(words.group)} <AppLink href={targetGroupHref(region, group.name)}>{group.name}</AppLink>,{' '}
        {say(words.target, { target: address })}
        {task && (
          <>
            , {say(words.task)}{' '}
            <AppLink href={taskHref(region, cluster, task.id)} ariaLabel={`${say(words.task)} ${task.id}`}>
              {shortId(task.id)}
            </AppLink>
          </>
        )}
        : {[target.reason, target.description].filter(Boolean).join(': ')}
      </Box>
    </div>
  )
}
