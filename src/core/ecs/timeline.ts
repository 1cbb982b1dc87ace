/** The life of a task as dated steps with the time each took. */
import type { Text } from '../../i18n/text.ts'
import type { Task } from './task.ts'

export type StepKey =
  | 'created'
  | 'connected'
  | 'pull-started'
  | 'pull-stopped'
  | 'started'
  | 'stopping'
  | 'execution-stopped'
  | 'stopped'

export interface TimelineStep {
  key: StepKey
  label: Text
  /** ms since the epoch; undefined when it has not happened (yet). */
  at?: number
  /** ms from the step before it that has a time. */
  took?: number
  /** What that time was spent on. */
  during?: Text
}

export interface Timeline {
  steps: TimelineStep[]
  /** ms from created to started: how long an operator waits for a new task. */
  startup?: number
  /** ms from started to the end of its containers, or to now while it runs. */
  ran?: number
  /** ms from created to stopped, or to now. */
  total?: number
}

type Times = Pick<
  Task,
  | 'createdAt'
  | 'connectivityAt'
  | 'pullStartedAt'
  | 'pullStoppedAt'
  | 'startedAt'
  | 'stoppingAt'
  | 'executionStoppedAt'
  | 'stoppedAt'
>

const order: { key: StepKey; at: keyof Times; label: Text; during?: Text }[] = [
  { key: 'created', at: 'createdAt', label: { en: 'Created', ko: '생성됨' } },
  {
    key: 'connected',
    at: 'connectivityAt',
    label: { en: 'Connected', ko: '연결됨' },
    during: { en: 'placement and network', ko: '배치 및 네트워크 준비' },
  },
  {
    key: 'pull-started',
    at: 'pullStartedAt',
    label: { en: 'Image pull started', ko: '이미지 가져오기 시작' },
    during: { en: 'waiting for the pull', ko: '가져오기 대기' },
  },
  {
    key: 'pull-stopped',
    at: 'pullStoppedAt',
    label: { en: 'Image pull ended', ko: '이미지 가져오기 끝' },
    during: { en: 'pulling images', ko: '이미지 가져오기' },
  },
  {
    key: 'started',
    at: 'startedAt',
    label: { en: 'Started', ko: '시작됨' },
    during: { en: 'creating and starting containers', ko: '컨테이너 생성 및 시작' },
  },
  {
    key: 'stopping',
    at: 'stoppingAt',
    label: { en: 'Stopping', ko: '중지 중' },
    during: { en: 'running', ko: '실행' },
  },
  {
    key: 'execution-stopped',
    at: 'executionStoppedAt',
    label: { en: 'Containers ended', ko: '컨테이너 종료됨' },
    during: { en: 'containers ending', ko: '컨테이너 종료 대기' },
  },
  {
    key: 'stopped',
    at: 'stoppedAt',
    label: { en: 'Stopped', ko: '중지됨' },
    during: { en: 'cleaning up', ko: '정리' },
  },
]

/** What was under way between two steps when the task never started. */
const neverStarted: Text = { en: 'failing to start', ko: '시작 실패' }

function span(from: number | undefined, to: number | undefined): number | undefined {
  return from === undefined || to === undefined ? undefined : Math.max(0, to - from)
}

/** Dated steps by time: AWS may date the pull before or after the connectivity. */
function datedSteps(task: Times): TimelineStep[] {
  const steps: TimelineStep[] = order
    .filter((one) => task[one.at] !== undefined)
    .map(({ key, label, at, during }) => ({ key, label, during, at: task[at] }))
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
  return steps.map((step, index) => ({
    ...step,
    took: span(steps[index - 1]?.at, step.at),
    during: step.key === 'stopping' && task.startedAt === undefined ? neverStarted : step.during,
  }))
}

/** The steps of `task` in the order they happened, undated ones after them. `now` is server time in ms. */
export function taskTimeline(task: Times, now: number): Timeline {
  const toCome = order.filter((one) => task[one.at] === undefined).map(({ key, label }) => ({ key, label }))
  const ended = task.stoppedAt ?? task.executionStoppedAt
  return {
    steps: [...datedSteps(task), ...toCome],
    startup: span(task.createdAt, task.startedAt),
    ran: span(task.startedAt, task.executionStoppedAt ?? ended ?? now),
    total: span(task.createdAt, ended ?? now),
  }
}
