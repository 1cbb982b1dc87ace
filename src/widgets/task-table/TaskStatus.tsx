/** A task's status and its container health, each with one fixed look per meaning. */
import type { Task } from '../../core/ecs/task.ts'
import { taskStatusMeaning, taskTone, type TaskTone } from '../../core/ecs/task-status.ts'
import type { Text } from '../../i18n/text.ts'
import { useText } from '../../i18n/use-text.ts'
import { StatusBadge, type Tone } from '../status-badge/StatusBadge.tsx'

const tones: Record<TaskTone, Tone> = {
  good: 'good',
  moving: 'moving',
  leaving: 'moving',
  bad: 'bad',
  off: 'off',
}

const words = {
  noCheck: { en: 'No health check', ko: '상태 확인 없음' },
} satisfies Record<string, Text>

/** Runs or is on its way up, and was told to stop. */
function toStop(task: Task): boolean {
  const tone = taskTone(task)
  return task.desiredStatus === 'STOPPED' && (task.lastStatus === 'RUNNING' || tone === 'moving')
}

/** The last status as AWS names it, and what it should become where the status itself does not say that. */
export function TaskStatus({ task }: { task: Task }) {
  const say = useText()
  const { lastStatus, desiredStatus } = task
  const meaning = taskStatusMeaning(lastStatus)
  const told = toStop(task)
  return (
    <span title={meaning && say(meaning)}>
      <StatusBadge tone={tones[taskTone(task)]}>
        {told ? `${lastStatus} → ${desiredStatus}` : lastStatus}
      </StatusBadge>
    </span>
  )
}

const healthTones: Record<string, Tone> = { HEALTHY: 'good', UNHEALTHY: 'bad' }

/** HEALTHY, UNHEALTHY, or that nothing is checked: AWS says UNKNOWN for containers without a health check. */
export function HealthText({ status }: { status: string | undefined }) {
  const say = useText()
  const tone = status && healthTones[status]
  if (tone) return <StatusBadge tone={tone}>{status}</StatusBadge>
  return <span title={say(words.noCheck)}>{status === undefined || status === 'UNKNOWN' ? '–' : status}</span>
}
