/** Where revisions are used, and what may therefore be done to them. */
import type { Message, Text } from '../../i18n/text.ts'
import type { TaskSchedule } from '../scheduler/schedule.ts'
import { nameOfArn, type Revision, revisionName } from './revision.ts'

/** A service, and the revisions its deployments run: the newest first. */
export interface ServiceUse {
  cluster: string
  service: string
  taskDefinitionArns: readonly string[]
}

export interface TaskUse {
  cluster: string
  id: string
  /** Absent for tasks that no service started. */
  service?: string | undefined
  taskDefinitionArn: string
}

/** Everything known of where a family's revisions are used. */
export interface Usage {
  services: readonly ServiceUse[]
  /** Running tasks. */
  tasks: readonly TaskUse[]
  schedules: readonly TaskSchedule[]
}

export type Named = Pick<Revision, 'arn' | 'family' | 'revision' | 'status'>

/** What of `usage` is about one revision. `newest`: ARN of the family's newest ACTIVE one, which a name without revision means. */
export function usageOf({ arn, family }: Named, usage: Usage, newest: string | undefined): Usage {
  const isIt = (named: string): boolean =>
    named === arn || nameOfArn(named) === nameOfArn(arn) || (nameOfArn(named) === family && arn === newest)
  return {
    services: usage.services.filter(({ taskDefinitionArns }) => taskDefinitionArns.includes(arn)),
    tasks: usage.tasks.filter(({ taskDefinitionArn }) => taskDefinitionArn === arn),
    schedules: usage.schedules.filter(({ taskDefinitionArn }) => isIt(taskDefinitionArn)),
  }
}

/** How many things use it: services, tasks that no service started, schedules. */
export function countUses({ services, tasks, schedules }: Usage): number {
  return services.length + tasks.filter(({ service }) => service === undefined).length + schedules.length
}

const words = {
  service: {
    en: '{name} is used by service {service} of cluster {cluster}',
    ko: '{cluster} 클러스터의 {service} 서비스가 {name}을(를) 사용 중입니다',
  },
  task: {
    en: '{name} is run by {count, plural, one {a task} other {# tasks}} of cluster {cluster}',
    ko: '{cluster} 클러스터에서 태스크 {count}개가 {name}을(를) 실행 중입니다',
  },
  schedule: { en: '{name} is run by schedule {schedule}', ko: '{schedule} 일정이 {name}을(를) 실행합니다' },
  kept: {
    en: '{name} is {keep, plural, =1 {the newest, which is kept} other {among the newest #, which are kept}}',
    ko: '{name}은(는) 유지할 최신 {keep}개에 속합니다',
  },
  inactive: { en: '{name} is not ACTIVE', ko: '{name}은(는) ACTIVE 상태가 아닙니다' },
  active: {
    en: '{name} is not INACTIVE: deregister it first',
    ko: '{name}은(는) INACTIVE 상태가 아닙니다. 먼저 등록을 취소하세요',
  },
} satisfies Record<string, Text>

/** Who uses it, in one sentence; undefined when nobody does. */
export function inUse(revision: Named, { services, tasks, schedules }: Usage): Message | undefined {
  const name = revisionName(revision)
  const [service] = services
  if (service)
    return { text: words.service, values: { name, service: service.service, cluster: service.cluster } }
  const [task] = tasks
  if (task) {
    const count = tasks.filter(({ cluster }) => cluster === task.cluster).length
    return { text: words.task, values: { name, cluster: task.cluster, count } }
  }
  const [schedule] = schedules
  return schedule && { text: words.schedule, values: { name, schedule: schedule.name } }
}

export interface Retired<T> {
  /** Those it may be done to. */
  go: T[]
  /** Those that stay, and why. */
  stay: { revision: T; why: Message }[]
}

export interface RetireWish<T extends Named> {
  action: 'deregister' | 'delete'
  chosen: readonly T[]
  /** Newest first: ARNs of the ACTIVE revisions, as many at least as are to be kept. */
  active: readonly string[]
  /** How many of the newest ACTIVE ones stay, whoever chose them. */
  keep: number
  usage: Usage
}

/** Never one in use; of the ACTIVE ones the last `keep` stay. Deleted is only what was deregistered. */
export function retirable<T extends Named>(wish: RetireWish<T>): Retired<T> {
  const retired: Retired<T> = { go: [], stay: [] }
  for (const revision of wish.chosen) {
    const why = whyStay(revision, wish)
    if (why) retired.stay.push({ revision, why })
    else retired.go.push(revision)
  }
  return retired
}

function whyStay(revision: Named, { action, active, keep, usage }: RetireWish<Named>): Message | undefined {
  const name = revisionName(revision)
  if (action === 'deregister' && revision.status !== 'ACTIVE')
    return { text: words.inactive, values: { name } }
  if (action === 'delete' && revision.status !== 'INACTIVE') return { text: words.active, values: { name } }
  const used = inUse(revision, usageOf(revision, usage, active[0]))
  if (used) return used
  return action === 'deregister' && active.slice(0, keep).includes(revision.arn)
    ? { text: words.kept, values: { name, keep } }
    : undefined
}
