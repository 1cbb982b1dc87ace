/**
 * What a new health check may be, and what AWS fills in.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
import type { HealthCheckConfig } from '@aws-sdk/client-route-53'
import { probes } from '../../engine/dns/health-check.ts'
import { AwsError } from '../../operation.ts'

/** Networks that checkers cannot reach: private, loopback, link-local, multicast. */
const UNREACHABLE = /^(0|10|127|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|22[4-9]|23\d|24\d|25[0-5])\./

/** The configuration with AWS's defaults. @throws AwsError InvalidInput */
export function completeConfig(config: HealthCheckConfig): HealthCheckConfig {
  const problem = probes(config) ? endpointProblem(config) : childrenProblem(config)
  if (problem !== undefined) throw new AwsError('InvalidInput', problem)
  const common = { Inverted: false, Disabled: false, ...config }
  if (!probes(config)) return common
  const encrypted = config.Type?.startsWith('HTTPS') === true
  return {
    Port: encrypted ? 443 : 80,
    RequestInterval: 30,
    FailureThreshold: 3,
    MeasureLatency: false,
    EnableSNI: encrypted,
    ...common,
  }
}

function endpointProblem(config: HealthCheckConfig): string | undefined {
  const { Type, IPAddress, FullyQualifiedDomainName, Port } = config
  if (IPAddress === undefined && FullyQualifiedDomainName === undefined) {
    return 'Basic constraints check failed: one of IPAddress or FullyQualifiedDomainName is required.'
  }
  if (IPAddress !== undefined && UNREACHABLE.test(IPAddress)) {
    return `Basic constraints check failed: ${IPAddress} is not an address that health checkers can reach.`
  }
  if (Type === 'TCP' && Port === undefined) {
    return 'Basic constraints check failed: a TCP health check needs a port.'
  }
  return intervalProblem(config)
}

function intervalProblem(config: HealthCheckConfig): string | undefined {
  const { Type, SearchString, RequestInterval = 30, FailureThreshold = 3 } = config
  if (Type?.endsWith('_STR_MATCH') && !SearchString) {
    return `Basic constraints check failed: a health check of type ${Type} needs a search string.`
  }
  if (![10, 30].includes(RequestInterval)) {
    return `Basic constraints check failed: the request interval must be 10 or 30, not ${RequestInterval}.`
  }
  return FailureThreshold < 1 || FailureThreshold > 10
    ? `Basic constraints check failed: the failure threshold must be 1 to 10, not ${FailureThreshold}.`
    : undefined
}

function childrenProblem({ Type, ChildHealthChecks = [] }: HealthCheckConfig): string | undefined {
  return Type === 'CALCULATED' && ChildHealthChecks.length === 0
    ? 'Basic constraints check failed: a calculated health check needs child health checks.'
    : undefined
}
