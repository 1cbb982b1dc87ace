/** Reaches the new load balancer with the real hostname from around the world, before anything moves. */
import type { ProbeResult } from '../../core/cutover/preflight/facts.ts'
import { requestFor, secureDoor } from '../../core/cutover/preflight/front-door.ts'
import { AwsProblem } from '../../core/problem.ts'
import {
  createHealthCheck,
  deleteHealthCheck,
  getHealthCheckStatus,
  type ProbeTarget,
} from '../dns/health-checks.ts'
import type { FactContext } from './fact-context.ts'
import { publicAddresses } from './facts-dns.ts'

/** ms until most checkers have looked, and how often they are waited for again. */
const patience = 60_000
const rounds = 2

/** Costs cents until it is deleted again. Skipped where checkers of the public could not get there. @throws AwsProblem */
export async function probe(context: FactContext): Promise<ProbeResult> {
  const target = await probeTarget(context)
  if (!target) return { kind: 'skipped' }
  const { aws, now } = context.ports
  // The reference makes each probe a check of its own.
  const id = await createHealthCheck(aws, target, `tidegate-probe-${String(now())}`, context.options)
  let leftBehind: string | undefined
  let observations: Awaited<ReturnType<typeof getHealthCheckStatus>> = []
  try {
    for (let round = 0; round < rounds && observations.length === 0; round++) {
      await aws.ports.sleep(patience, context.options.signal)
      observations = await getHealthCheckStatus(aws, id, context.options)
    }
  } finally {
    // Also after an abort, so without its signal.
    leftBehind = await remove(context, id)
  }
  return { kind: 'probed', observations, ...(leftBehind !== undefined && { leftBehind }) }
}

async function remove({ ports }: FactContext, id: string): Promise<string | undefined> {
  try {
    await deleteHealthCheck(ports.aws, id)
    return undefined
  } catch (error) {
    if (!(error instanceof AwsProblem)) throw error
    return id
  }
}

async function probeTarget(context: FactContext): Promise<ProbeTarget | undefined> {
  const { get, subject } = context
  const [zone, loadBalancer, listeners] = await Promise.all([
    get('zone'),
    get('loadBalancer'),
    get('listeners'),
  ])
  if (zone.isPrivate || loadBalancer.scheme === 'internal') return undefined
  const [ipAddress] = await publicAddresses(context, `${loadBalancer.dnsName.toLowerCase()}.`)
  if (ipAddress === undefined) return undefined
  const secure = secureDoor(listeners) !== undefined
  const { host, path } = requestFor(subject, subject.healthPath)
  return { ipAddress, port: secure ? 443 : 80, hostname: host, path, secure }
}
