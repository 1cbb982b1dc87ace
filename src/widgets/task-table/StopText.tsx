/** Why a task stopped, short enough for a table: what it means, with AWS's own words in the tooltip. */
import Box from '@cloudscape-design/components/box'
import type { Task } from '../../core/ecs/task.ts'
import { explainStop } from '../../core/ecs/stop-reason.ts'
import { useText } from '../../i18n/use-text.ts'

export function StopText({ task }: { task: Task }) {
  const say = useText()
  const stop = explainStop(task)
  if (!stop) return <>–</>
  return (
    <div title={[stop.code, stop.reason].filter(Boolean).join(': ')} style={{ whiteSpace: 'normal' }}>
      {say(stop.means)}{' '}
      {stop.code && (
        <Box variant="span" color="text-body-secondary" fontSize="body-s">
          {stop.code}
        </Box>
      )}
    </div>
  )
}
