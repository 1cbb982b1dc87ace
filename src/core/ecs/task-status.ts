/** What a task's status means and how it should be looked at. */
import type { Text } from '../../i18n/text.ts'
import type { Task } from './task.ts'
import { isFailedStop } from './stop-reason.ts'

/** good: as wanted; moving: on its way up; leaving: on its way down; bad: needs a look; off: ended as asked. */
export type TaskTone = 'good' | 'moving' | 'leaving' | 'bad' | 'off'

/** Statuses in the order a task passes through them. */
export const taskStatuses = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
] as const

const toneOfStatus: Record<string, TaskTone> = {
  PROVISIONING: 'moving',
  PENDING: 'moving',
  ACTIVATING: 'moving',
  RUNNING: 'good',
  DEACTIVATING: 'leaving',
  STOPPING: 'leaving',
  DEPROVISIONING: 'leaving',
  STOPPED: 'off',
  DELETED: 'off',
}

/** How the last status should be looked at: a running task that fails its health check is not good. */
export function taskTone(
  task: Pick<Task, 'lastStatus' | 'healthStatus' | 'stopCode' | 'stoppedReason' | 'containers'>,
): TaskTone {
  const tone = toneOfStatus[task.lastStatus] ?? 'off'
  if (tone === 'good' && task.healthStatus === 'UNHEALTHY') return 'bad'
  if ((tone === 'off' || tone === 'leaving') && isFailedStop(task)) return 'bad'
  return tone
}

/** True while the task is between two resting states, so its page should be read again soon. */
export function isTaskMoving(task: Pick<Task, 'lastStatus' | 'desiredStatus'>): boolean {
  const tone = toneOfStatus[task.lastStatus]
  return tone === 'moving' || tone === 'leaving' || task.lastStatus !== task.desiredStatus
}

const meanings: Record<string, Text> = {
  PROVISIONING: {
    en: 'ECS prepares what the task needs before it is placed, such as a network interface.',
    ko: '배치하기 전에 네트워크 인터페이스처럼 태스크에 필요한 것을 ECS가 준비하고 있습니다.',
  },
  PENDING: {
    en: 'Placed, and waiting for the container agent: images are pulled and containers created.',
    ko: '배치되었으며 컨테이너 에이전트를 기다리고 있습니다. 이미지를 가져오고 컨테이너를 만듭니다.',
  },
  ACTIVATING: {
    en: 'Containers run; ECS finishes the steps after the launch, such as registering with the target group.',
    ko: '컨테이너는 실행 중이며, ECS가 대상 그룹 등록 같은 시작 후 단계를 마무리하고 있습니다.',
  },
  RUNNING: {
    en: 'The task is running.',
    ko: '태스크가 실행 중입니다.',
  },
  DEACTIVATING: {
    en: 'ECS takes the task out of use before it is stopped, such as deregistering from the target group.',
    ko: '중지하기 전에 대상 그룹 등록 취소처럼 태스크를 사용에서 제외하고 있습니다.',
  },
  STOPPING: {
    en: 'Containers were asked to end (SIGTERM) and are killed after their stop timeout, by default 30 seconds.',
    ko: '컨테이너에 종료(SIGTERM)를 요청했으며, 중지 제한 시간(기본 30초)이 지나면 강제로 종료됩니다.',
  },
  DEPROVISIONING: {
    en: 'Containers ended; ECS gives back what the task used, such as its network interface.',
    ko: '컨테이너가 종료되었으며, 네트워크 인터페이스처럼 태스크가 쓰던 것을 ECS가 반환하고 있습니다.',
  },
  STOPPED: {
    en: 'The task ended. AWS keeps it visible for about an hour.',
    ko: '태스크가 종료되었습니다. AWS는 약 1시간 동안만 보여 줍니다.',
  },
  DELETED: {
    en: 'The task is being removed.',
    ko: '태스크가 제거되고 있습니다.',
  },
}

/** One sentence about a status, or undefined for one AWS added after this was written. */
export function taskStatusMeaning(lastStatus: string): Text | undefined {
  return meanings[lastStatus]
}
