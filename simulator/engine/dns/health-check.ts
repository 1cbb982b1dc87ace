/** Route 53 health checks: what the checkers around the world see when they ask an endpoint of this world. */
import type { HealthCheckConfig } from '@aws-sdk/client-route-53'
import type { HealthCheckRecord } from '../../world/dns-tables.ts'
import { noise } from '../../world/random.ts'
import type { World } from '../../world/world.ts'
import { type WebAnswer, respond } from '../traffic/respond.ts'

/** The address of a name, asked from outside. */
export type Resolve = (name: string) => string | undefined

export interface Observation {
  region: string
  ipAddress: string
  ok: boolean
  /** In AWS's words, such as `Success: HTTP Status Code 200, OK`. */
  status: string
  /** ms since the epoch. */
  checkedAt: number
}

/** Regions with checkers, two in each, and the beginning of their addresses (ROUTE53_HEALTHCHECKS of ip-ranges.json). */
const CHECKERS: Record<string, string> = {
  'us-east-1': '54.243.31',
  'us-west-1': '54.183.255',
  'us-west-2': '54.244.52',
  'eu-west-1': '54.228.16',
  'ap-southeast-1': '54.251.31',
  'ap-southeast-2': '54.252.79',
  'ap-northeast-1': '54.248.220',
  'sa-east-1': '177.71.207',
}
/** Share of checkers that must see an endpoint healthy (dns-failover-determining-health-of-endpoints). */
const ENOUGH = 0.18
/** An endpoint must answer within this time once it is connected, ms. */
const SLOWEST_ANSWER = 2000
/** Calculated health checks may not contain calculated ones; longer chains are mistakes of a saved world. */
const MOST_CHILDREN_DEEP = 4

const PHRASES: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  301: 'Moved Permanently',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}

/**
 * What each checker last saw. Checkers start at different moments of the first interval; those that have not checked yet
 * are left out. What they see is how the endpoint answers now: results are not kept.
 */
export function observations(world: World, check: HealthCheckRecord, resolve: Resolve): Observation[] {
  const { config } = check
  const seen = look(world, config, resolve)
  const interval = (config.RequestInterval ?? 30) * 1000
  return checkersOf(check).flatMap(({ region, ipAddress }) => {
    const first = check.createdAt + Math.floor(noise(`${check.id}/${ipAddress}`) * interval)
    if (world.now < first) return []
    const checkedAt = first + Math.floor((world.now - first) / interval) * interval
    return [{ region, ipAddress, ...seen, checkedAt }]
  })
}

/** Whether Route 53 takes a health check for healthy. A check that is gone, or has not checked yet, is not known to fail. */
export function isHealthCheckHealthy(world: World, id: string, resolve: Resolve, depth = 0): boolean {
  const check = world.dns.healthChecks[id]
  // A disabled check counts as healthy, and Inverted still applies (API_HealthCheckConfig).
  if (!check) return true
  const healthy = check.config.Disabled === true || passes(world, check, resolve, depth)
  return check.config.Inverted === true ? !healthy : healthy
}

function passes(world: World, check: HealthCheckRecord, resolve: Resolve, depth: number): boolean {
  const { Type, ChildHealthChecks = [], HealthThreshold = ChildHealthChecks.length } = check.config
  switch (Type) {
    case 'CALCULATED': {
      if (depth >= MOST_CHILDREN_DEEP) return true
      const good = ChildHealthChecks.filter((id) => isHealthCheckHealthy(world, id, resolve, depth + 1))
      return good.length >= HealthThreshold
    }
    case 'CLOUDWATCH_METRIC':
    case 'RECOVERY_CONTROL':
      return check.config.InsufficientDataHealthStatus !== 'Unhealthy'
    default: {
      const seen = observations(world, check, resolve)
      return seen.length === 0 || seen.filter(({ ok }) => ok).length > seen.length * ENOUGH
    }
  }
}

function checkersOf({ id, config }: HealthCheckRecord): { region: string; ipAddress: string }[] {
  if (!probes(config)) return []
  const regions = config.Regions?.length ? config.Regions : Object.keys(CHECKERS)
  return regions.flatMap((region) =>
    [0, 1].map((nth) => ({
      region,
      ipAddress: `${CHECKERS[region] ?? '54.243.31'}.${192 + nth * 32 + Math.floor(noise(`checker/${id}/${region}`) * 32)}`,
    })),
  )
}

/** Whether it asks an endpoint, rather than other health checks, alarms or routing controls. */
export function probes({ Type }: HealthCheckConfig): boolean {
  return !['CALCULATED', 'CLOUDWATCH_METRIC', 'RECOVERY_CONTROL'].includes(Type ?? '')
}

function look(world: World, config: HealthCheckConfig, resolve: Resolve): { ok: boolean; status: string } {
  const { IPAddress, FullyQualifiedDomainName: domain } = config
  const ip = IPAddress ?? resolve(domain ?? '')
  if (ip === undefined) return { ok: false, status: 'Failure: DNS resolution failed: No address was found.' }
  const encrypted = config.Type?.startsWith('HTTPS') === true
  const answer = respond(world, {
    ip,
    port: config.Port ?? (encrypted ? 443 : 80),
    protocol: encrypted ? 'HTTPS' : 'HTTP',
    host: domain ?? ip,
    path: config.ResourcePath ?? '/',
  })
  const told = config.Type === 'TCP' ? tellTcp(answer) : tellHttp(answer)
  return IPAddress === undefined ? { ...told, status: `${told.status}. Resolved IP: ${ip}` } : told
}

const GUIDE =
  'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-router-firewall-rules.html'

function tellTcp({ kind }: WebAnswer): { ok: boolean; status: string } {
  if (kind === 'answer') return { ok: true, status: 'Success: TCP connection established' }
  return { ok: false, status: connectionFailure(kind) }
}

/** Healthy with a status of 200 to 399. Bodies are not modelled: a string to search for is found in every such answer. */
function tellHttp(answer: WebAnswer): { ok: boolean; status: string } {
  if (answer.kind !== 'answer') return { ok: false, status: connectionFailure(answer.kind) }
  const { status, latencyMs } = answer
  if (latencyMs > SLOWEST_ANSWER) {
    return { ok: false, status: 'Failure: The endpoint did not respond to the health check in time.' }
  }
  const ok = status >= 200 && status <= 399
  const phrase = PHRASES[status] ?? (ok ? 'OK' : 'Error')
  return { ok, status: `${ok ? 'Success' : 'Failure'}: HTTP Status Code ${status}, ${phrase}` }
}

function connectionFailure(kind: 'refused' | 'timeout'): string {
  if (kind === 'refused') return 'Failure: Connection refused.'
  return `Failure: Connection timed out. The endpoint or the internet connection is down, or requests are being blocked by your firewall. See ${GUIDE}`
}
