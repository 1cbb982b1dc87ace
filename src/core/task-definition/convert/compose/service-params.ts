/** Reads what ecs-params.yml says of one service. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition, HealthCheck } from '../../definition.ts'
import type { Json } from '../../json.ts'
import { mebibytesOf, secondsOf } from '../amounts.ts'
import { countOf, flagOf, type Members, membersOf, pairsOf, present, textOf, textsOf } from '../written.ts'
import { type NestedNames, othersIn } from '../nested.ts'
import type { Remark } from './ecs-params.ts'

const unknown: Text = {
  en: '“{member}” is not known in ecs-params and is left out.',
  ko: '“{member}”은(는) ecs-params에서 알 수 없는 멤버라 제외했습니다.',
}

const unreadable: Text = {
  en: '“{member}” is not written in a form that can be read.',
  ko: '“{member}”의 형식을 읽을 수 없습니다.',
}

/** False when the value cannot be read. */
type Read = (value: Json, container: ContainerDefinition) => boolean

const mebibytes =
  (member: 'memory' | 'memoryReservation'): Read =>
  (value, container) => {
    const amount = mebibytesOf(textOf(value) ?? '')
    if (amount !== undefined) container[member] = Math.max(amount, 6)
    return amount !== undefined
  }

const reads: Record<string, Read> = {
  essential: (value, container) => {
    const isEssential = flagOf(value)
    if (isEssential !== undefined) container.essential = isEssential
    return isEssential !== undefined
  },
  cpu_shares: (value, container) => {
    const cpu = countOf(value)
    if (cpu !== undefined) container.cpu = cpu
    return cpu !== undefined
  },
  mem_limit: mebibytes('memory'),
  mem_reservation: mebibytes('memoryReservation'),
  gpu: (value, container) => {
    container.resourceRequirements = [{ type: 'GPU', value: textOf(value) ?? '1' }]
    return true
  },
  init_process_enabled: (value, container) => {
    const initProcessEnabled = flagOf(value)
    if (initProcessEnabled !== undefined)
      container.linuxParameters = { ...container.linuxParameters, initProcessEnabled }
    return initProcessEnabled !== undefined
  },
  repository_credentials: (value, container) => {
    const credentialsParameter = textOf(membersOf(value)?.['credentials_parameter'])
    if (credentialsParameter !== undefined) container.repositoryCredentials = { credentialsParameter }
    return credentialsParameter !== undefined
  },
  secrets: (value, container) => {
    const secrets = secretsOf(value)
    if (secrets) container.secrets = [...(container.secrets ?? []), ...secrets]
    return secrets !== undefined
  },
  depends_on: (value, container) => {
    if (!Array.isArray(value)) return false
    container.dependsOn = value.map((entry) => ({
      containerName: textOf(membersOf(entry)?.['container_name']) ?? '',
      condition: (textOf(membersOf(entry)?.['condition']) ?? 'START').toUpperCase(),
    }))
    return true
  },
  healthcheck: (value, container) => {
    const check = membersOf(value)
    // It says only what differs from the Compose file.
    if (check) container.healthCheck = { ...container.healthCheck, ...healthOf(check) }
    return check !== undefined
  },
  logging: (value, container) => {
    const secretOptions = secretsOf(membersOf(value)?.['secret_options'] ?? null)
    if (secretOptions) container.logConfiguration = { ...container.logConfiguration, secretOptions }
    return secretOptions !== undefined
  },
  firelens_configuration: (value, container) => {
    const members = membersOf(value)
    const options = pairsOf(members?.['options'] ?? {}) ?? []
    container.firelensConfiguration = {
      type: textOf(members?.['type']) ?? 'fluentbit',
      ...(options.length > 0 && {
        options: Object.fromEntries(options.map(([name, inner = '']) => [name, inner])),
      }),
    }
    return members !== undefined
  },
}

const within: NestedNames = {
  repository_credentials: { in: 'self', known: 'credentials_parameter' },
  secrets: { in: 'items', known: 'name value_from' },
  depends_on: { in: 'items', known: 'container_name condition' },
  healthcheck: { in: 'self', known: 'test command interval timeout retries start_period' },
  logging: { in: 'self', known: 'secret_options' },
  firelens_configuration: { in: 'self', known: 'type options' },
}

export function readServiceParams(
  members: Members,
  container: ContainerDefinition,
  at: string,
  remark: Remark,
): void {
  for (const [member, value] of Object.entries(members)) {
    for (const other of othersIn(value, within, member))
      remark('lost', `${at}.${member}.${other}`, unknown, { member: other })
    const read = Object.hasOwn(reads, member) ? reads[member] : undefined
    if (!read) remark('lost', `${at}.${member}`, unknown, { member })
    else if (!read(value, container)) remark('lost', `${at}.${member}`, unreadable, { member })
  }
}

function secretsOf(value: Json): { name: string; valueFrom: string }[] | undefined {
  if (!Array.isArray(value)) return undefined
  return value.map((entry) => ({
    name: textOf(membersOf(entry)?.['name']) ?? '',
    valueFrom: textOf(membersOf(entry)?.['value_from']) ?? '',
  }))
}

function healthOf(check: Members): HealthCheck {
  const test = check['test'] ?? check['command']
  const words = typeof test === 'string' ? ['CMD-SHELL', test] : textsOf(test)
  return present<HealthCheck>({
    command: words,
    interval: secondsOf(textOf(check['interval']) ?? ''),
    timeout: secondsOf(textOf(check['timeout']) ?? ''),
    retries: countOf(check['retries']),
    startPeriod: secondsOf(textOf(check['start_period']) ?? ''),
  })
}
