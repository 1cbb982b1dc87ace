/** Members about the life of a container: health, restarts, order of start, logs. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition, HealthCheck, LogConfiguration } from '../../definition.ts'
import type { Json } from '../../json.ts'
import { secondsOf } from '../amounts.ts'
import { countOf, flagOf, type Members, membersOf, pairsOf, present, textOf, textsOf } from '../written.ts'
import { lost, type Member, reading, remark, type Service } from './member.ts'

const words = {
  restart: {
    en: 'A service of ECS starts a new task when an essential container stops; a container that is not essential restarts in its place with restartPolicy.',
    ko: '필수 컨테이너가 멈추면 ECS 서비스가 새 태스크를 시작합니다. 필수가 아닌 컨테이너는 restartPolicy로 제자리에서 다시 시작할 수 있습니다.',
  },
  attempts: {
    en: 'ECS has no limit of restarts: the circuit breaker of the service’s deployment is the nearest.',
    ko: 'ECS에는 재시작 횟수 제한이 없습니다. 서비스 배포의 서킷 브레이커가 가장 비슷합니다.',
  },
  interval: {
    en: '{member} is {amount, number} s; AWS takes {least, number} to {most, number} s, so it becomes {used, number} s.',
    ko: '{member}이(가) {amount, number}초입니다. AWS는 {least, number}~{most, number}초만 받으므로 {used, number}초로 바꿉니다.',
  },
  retries: {
    en: 'retries is {amount, number}; AWS takes {least, number} to {most, number}, so it becomes {used, number}.',
    ko: 'retries가 {amount, number}입니다. AWS는 {least, number}~{most, number}만 받으므로 {used, number}(으)로 바꿉니다.',
  },
  unreadable: {
    en: '{member} cannot be read and is left out.',
    ko: '{member}은(는) 읽을 수 없어 제외했습니다.',
  },
  startInterval: {
    en: 'A health check of ECS keeps one interval from the start on.',
    ko: 'ECS 상태 확인은 시작부터 같은 간격을 씁니다.',
  },
  imageCheck: {
    en: 'ECS does not look at the health check of an image: write its command here to have it.',
    ko: 'ECS는 이미지의 상태 확인을 보지 않습니다. 필요하면 그 명령을 여기에 적으세요.',
  },
  optional: {
    en: 'A dependency of ECS is always required.',
    ko: 'ECS의 의존 관계는 항상 필수입니다.',
  },
  noSignal: {
    en: 'ECS sends the STOPSIGNAL of the image, or SIGTERM: set it in the Dockerfile.',
    ko: 'ECS는 이미지의 STOPSIGNAL이나 SIGTERM을 보냅니다. Dockerfile에 지정하세요.',
  },
} satisfies Record<string, Text>

export const lifecycleMembers: Record<string, Member> = {
  restart: reading(textOf, (policy, service, member) => {
    if (policy === 'no' || policy === 'false') return
    const [name, attempts] = policy.split(':')
    remark(service, 'changed', member, words.restart)
    if (name === 'on-failure' && attempts !== undefined) remark(service, 'lost', member, words.attempts)
  }),
  stop_grace_period: reading(
    (value) => secondsOf(textOf(value) ?? ''),
    (seconds, { container }) => {
      container.stopTimeout = seconds
    },
  ),
  stop_signal: lost(words.noSignal),
  // NONE switches the image's own check off, which ECS does not look at anyway.
  healthcheck: reading(membersOf, (check, service, member) => {
    if (flagOf(check['disable']) === true || textsOf(check['test'])?.[0] === 'NONE') return
    const health = healthOf(check, service, member)
    if (health) service.container.healthCheck = health
    else remark(service, 'lost', member, words.imageCheck)
    if ('start_interval' in check) remark(service, 'lost', member, words.startInterval)
  }),
  depends_on: reading(dependenciesOf, (dependencies, service, member) => {
    for (const { name, condition, isOptional } of dependencies) {
      const others = service.container.dependsOn ?? []
      service.container.dependsOn = [...others, { containerName: name, condition }]
      service.draft.reaches.push({ from: service.name, to: name })
      if (isOptional) remark(service, 'lost', member, words.optional)
    }
  }),
  logging: reading(membersOf, (logging, { container }) => {
    const driver = textOf(logging['driver'])
    if (driver !== undefined) withLog(container, { logDriver: driver })
    const options = pairsOf(logging['options'] ?? {}) ?? []
    if (options.length > 0) withLog(container, { options: asMap(options) })
  }),
  // As the first versions of Compose wrote it, and as the flags of `docker run` are called.
  log_driver: reading(textOf, (logDriver, { container }) => withLog(container, { logDriver })),
  log_opt: reading(pairsOf, (options, { container }) => withLog(container, { options: asMap(options) })),
}

/** Docker's own driver is json-file. */
function withLog(container: ContainerDefinition, log: LogConfiguration): void {
  container.logConfiguration = { logDriver: 'json-file', ...container.logConfiguration, ...log }
}

function asMap(pairs: readonly [string, string | undefined][]): Record<string, string> {
  return Object.fromEntries(pairs.map(([name, value = '']) => [name, value]))
}

/** Bounds of https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const bounds = {
  interval: [5, 300],
  timeout: [2, 60],
  retries: [1, 10],
  startPeriod: [0, 300],
} as const

export function healthOf(check: Members, service: Service, member: string): HealthCheck | undefined {
  const command = testOf(check['test'])
  if (!command) return undefined
  const within = (name: keyof typeof bounds, value: Json | undefined): number | undefined => {
    const amount = name === 'retries' ? countOf(value) : secondsOf(textOf(value) ?? '')
    if (amount === undefined) {
      if (value !== undefined && value !== null)
        remark(service, 'lost', member, words.unreadable, { member: name })
      return undefined
    }
    const [least, most] = bounds[name]
    const used = Math.min(Math.max(amount, least), most)
    const values = { member: name, amount, least, most, used }
    if (used !== amount)
      remark(service, 'changed', member, name === 'retries' ? words.retries : words.interval, values)
    return used
  }
  return {
    command,
    ...present<HealthCheck>({
      interval: within('interval', check['interval']),
      timeout: within('timeout', check['timeout']),
      retries: within('retries', check['retries']),
      startPeriod: within('startPeriod', check['start_period']),
    }),
  }
}

/** A text is for a shell. */
function testOf(test: Json | undefined): string[] | undefined {
  if (typeof test === 'string') return ['CMD-SHELL', test]
  const command = textsOf(test)
  if (!command || command.length === 0) return undefined
  return command[0] === 'CMD' || command[0] === 'CMD-SHELL' ? command : ['CMD', ...command]
}

interface Dependency {
  name: string
  condition: string
  isOptional: boolean
}

const conditions: Record<string, string> = {
  service_started: 'START',
  service_healthy: 'HEALTHY',
  service_completed_successfully: 'SUCCESS',
}

function dependenciesOf(value: Json): Dependency[] | undefined {
  const members = membersOf(value)
  if (!members) return textsOf(value)?.map((name) => ({ name, condition: 'START', isOptional: false }))
  return Object.entries(members).map(([name, inner]) => {
    const detail = membersOf(inner) ?? {}
    return {
      name,
      condition: conditions[textOf(detail['condition']) ?? ''] ?? 'START',
      isOptional: flagOf(detail['required']) === false,
    }
  })
}
