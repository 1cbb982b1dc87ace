/** What a stop code and reason mean, and what to do about it. */
import type { Message } from '../../i18n/text.ts'
import { isFailedExit } from './exit-code.ts'
import { stopCauses, type StopCause } from './stop-causes.ts'
import type { Container, Task } from './task.ts'

export interface StopExplanation {
  /** True when nobody asked for this stop: worth a look. */
  failed: boolean
  /** What happened, in one sentence. */
  means: Message
  /** What to check or do, most likely first; empty when nothing needs doing. */
  advice: Message[]
  /** AWS's own words, never changed. */
  code?: string
  reason?: string
}

type Stopped = Pick<Task, 'lastStatus' | 'stopCode' | 'stoppedReason' | 'containers'>

const fallback: Record<string, StopCause> = {
  TaskFailedToStart: {
    failed: true,
    means: { en: 'The task could not be started.', ko: '태스크를 시작하지 못했습니다.' },
    advice: [
      {
        en: 'Read the reason below and the reason of each container: they name the step that failed.',
        ko: '아래 사유와 각 컨테이너의 사유를 읽어 보세요. 실패한 단계가 적혀 있습니다.',
      },
    ],
  },
  EssentialContainerExited: {
    failed: true,
    means: {
      en: 'An essential container ended, so ECS stopped the whole task.',
      ko: '필수 컨테이너가 종료되어 ECS가 태스크 전체를 중지했습니다.',
    },
    advice: [
      {
        en: 'See which container ended, its exit code, and the last lines of its log.',
        ko: '어느 컨테이너가 종료되었는지, 종료 코드와 로그의 마지막 줄을 확인하세요.',
      },
    ],
  },
  UserInitiated: {
    failed: false,
    means: {
      en: 'Someone stopped this task by an API call.',
      ko: '누군가 API 호출로 이 태스크를 중지했습니다.',
    },
    advice: [],
  },
  ServiceSchedulerInitiated: {
    failed: false,
    means: {
      en: 'The service stopped this task itself: scaling in, a deployment or a replacement.',
      ko: '서비스가 축소, 배포 또는 교체를 위해 스스로 이 태스크를 중지했습니다.',
    },
    advice: [],
  },
  SpotInterruption: {
    failed: true,
    means: { en: 'AWS took back the Spot capacity.', ko: 'AWS가 스팟 용량을 회수했습니다.' },
    advice: [
      {
        en: 'Expected with Spot. Keep part of the tasks on on-demand capacity with a capacity provider strategy (base).',
        ko: '스팟에서는 예상되는 일입니다. 용량 공급자 전략(base)으로 일부 태스크는 온디맨드에 두세요.',
      },
    ],
  },
  TerminationNotice: {
    failed: true,
    means: {
      en: 'The host of this task was terminated.',
      ko: '이 태스크가 실행되던 호스트가 종료되었습니다.',
    },
    advice: [
      {
        en: 'Drain an instance before terminating it, so that the service starts replacements first.',
        ko: '인스턴스를 종료하기 전에 드레이닝하여 서비스가 대체 태스크를 먼저 시작하게 하세요.',
      },
    ],
  },
  InfrastructureHealth: {
    failed: true,
    means: {
      en: 'AWS found the underlying infrastructure impaired and stopped the task.',
      ko: '기반 인프라에 이상이 있어 AWS가 태스크를 중지했습니다.',
    },
    advice: [
      {
        en: 'A service replaces the task by itself; start other tasks again.',
        ko: '서비스는 태스크를 스스로 대체합니다. 그 외의 태스크는 다시 시작하세요.',
      },
    ],
  },
}

/** Essential containers that ended with 0: a job that is done, not a failure. */
const done: StopCause = {
  failed: false,
  means: {
    en: 'The containers ended by themselves without an error, so the task is done.',
    ko: '컨테이너가 오류 없이 스스로 종료되어 태스크가 완료되었습니다.',
  },
  advice: [],
}

const unknown: StopCause = {
  failed: true,
  means: { en: 'The task stopped.', ko: '태스크가 중지되었습니다.' },
  advice: [],
}

/** A known cause and the values its pattern read out of AWS's words. */
function causeOf(task: Stopped): { cause: StopCause; values?: Record<string, string> } {
  // The container's own reason is the more exact one: the task's often says only "Essential container in task exited".
  const texts = [...task.containers.map((one) => one.reason), task.stoppedReason]
  for (const text of texts) {
    if (!text) continue
    for (const cause of stopCauses) {
      const found = cause.pattern?.exec(text)
      if (found) return { cause, values: { ...found.groups } }
    }
  }
  if (task.stopCode === 'EssentialContainerExited' && task.containers.every(endedCleanly))
    return { cause: done }
  return { cause: fallback[task.stopCode ?? ''] ?? unknown }
}

/** Why the task stopped and what to do; undefined for a task that is not stopping. */
export function explainStop(task: Stopped): StopExplanation | undefined {
  if (!task.stopCode && !task.stoppedReason) return undefined
  const { cause, values } = causeOf(task)
  return {
    failed: cause.failed,
    means: { text: cause.means, values },
    advice: cause.advice.map((text) => ({ text, values })),
    code: task.stopCode,
    reason: task.stoppedReason,
  }
}

function endedCleanly(container: Container): boolean {
  return container.exitCode !== undefined && !isFailedExit(container.exitCode)
}

/** True for a stop that nobody asked for. */
export function isFailedStop(task: Stopped): boolean {
  return explainStop(task)?.failed ?? false
}
