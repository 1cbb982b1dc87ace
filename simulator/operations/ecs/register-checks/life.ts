/** How containers start, depend on each other, are checked and restarted. */
import type { ContainerDefinition } from '@aws-sdk/client-ecs'
import { type Check, eachContainer, outside } from './check.ts'

const dependencies = eachContainer(({ dependsOn = [] }, { containerDefinitions = [] }) => {
  for (const { containerName, condition } of dependsOn) {
    const other = containerDefinitions.find(({ name }) => name === containerName)
    if (!other) return `Cannot depend on container + '${containerName}' because it does not exist`
    const ends = condition === 'SUCCESS' || condition === 'COMPLETE'
    if (ends && other.essential !== false)
      return 'A dependency container with SUCCESS or COMPLETE condition cannot be an essential container'
    if (condition === 'HEALTHY' && !other.healthCheck)
      return 'A dependency container with HEALTHY condition must have a health check'
  }
  return undefined
})

const cycles: Check = ({ containerDefinitions = [] }) =>
  containerDefinitions.some((one) => leadsTo(one, one.name, containerDefinitions, new Set()))
    ? 'A container cannot depend on itself, directly or through other containers'
    : undefined

function leadsTo(
  from: ContainerDefinition,
  wanted: string | undefined,
  all: readonly ContainerDefinition[],
  seen: Set<string | undefined>,
): boolean {
  if (seen.has(from.name)) return false
  seen.add(from.name)
  return (from.dependsOn ?? []).some(({ containerName }) => {
    const next = all.find(({ name }) => name === containerName)
    return containerName === wanted || (next !== undefined && leadsTo(next, wanted, all, seen))
  })
}

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html */
const healthChecks = eachContainer(({ healthCheck }) => {
  if (!healthCheck) return undefined
  const [kind, ...rest] = healthCheck.command ?? []
  if (kind !== 'CMD' && kind !== 'CMD-SHELL')
    return 'Invalid health check command: it must begin with CMD or CMD-SHELL.'
  if (rest.length === 0) return 'Invalid health check command: nothing follows CMD or CMD-SHELL.'
  return (
    outside('health check interval', healthCheck.interval, 5, 300) ??
    outside('health check timeout', healthCheck.timeout, 2, 60) ??
    outside('health check retries', healthCheck.retries, 1, 10) ??
    outside('health check startPeriod', healthCheck.startPeriod, 0, 300)
  )
})

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html */
const restarts = eachContainer(({ restartPolicy }) => {
  if ((restartPolicy?.ignoredExitCodes?.length ?? 0) > 50)
    return 'A restart policy can have at most 50 ignored exit codes.'
  return outside('restartAttemptPeriod', restartPolicy?.restartAttemptPeriod, 60, 1800)
})

export const lifeChecks: Check[] = [dependencies, cycles, healthChecks, restarts]
