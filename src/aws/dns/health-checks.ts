/** Health checks of Route 53: whether one exists, and short-lived ones that reach a new endpoint with the real hostname. */
import {
  CreateHealthCheckCommand,
  DeleteHealthCheckCommand,
  GetHealthCheckCommand,
  GetHealthCheckStatusCommand,
  type HealthCheckObservation,
} from '@aws-sdk/client-route-53'
import type { HealthObservation } from '../../core/dns/health-check.ts'
import { list, present, required, text, time } from '../answer.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { route53 } from './route53.ts'

export interface ProbeTarget {
  /** Of the load balancer, IPv4. */
  ipAddress: string
  port: number
  /** Sent as Host and, over TLS, as SNI. */
  hostname: string
  path: string
  secure: boolean
}

/** The shortest that Route 53 offers, seconds. https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html */
const requestInterval = 10

/** A check that costs money until it is deleted; its id. `reference` makes a repeated request the same one. @throws AwsProblem */
export async function createHealthCheck(
  aws: Aws,
  { ipAddress, port, hostname, path, secure }: ProbeTarget,
  reference: string,
  options?: CallOptions,
): Promise<string> {
  const command = new CreateHealthCheckCommand({
    CallerReference: reference,
    HealthCheckConfig: {
      Type: secure ? 'HTTPS' : 'HTTP',
      IPAddress: ipAddress,
      Port: port,
      FullyQualifiedDomainName: hostname,
      ResourcePath: path,
      RequestInterval: requestInterval,
      FailureThreshold: 1,
      ...(secure && { EnableSNI: true }),
    },
  })
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53:health-check-create',
      command,
      take: ({ HealthCheck }) => text(required(HealthCheck, 'HealthCheck').Id, 'Id of a health check'),
    },
    options,
  )
  return value
}

/** @throws AwsProblem */
export async function deleteHealthCheck(aws: Aws, id: string, options?: CallOptions): Promise<void> {
  const command = new DeleteHealthCheckCommand({ HealthCheckId: id })
  await call(aws, { service: route53, bucket: 'route53', command, take: () => undefined }, options)
}

/** What each checker saw last. @throws AwsProblem */
export async function getHealthCheckStatus(
  aws: Aws,
  id: string,
  options?: CallOptions,
): Promise<HealthObservation[]> {
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53:health-check-status',
      command: new GetHealthCheckStatusCommand({ HealthCheckId: id }),
      take: ({ HealthCheckObservations }) =>
        list(HealthCheckObservations, 'HealthCheckObservations').map(toObservation),
    },
    options,
  )
  return value
}

/** Resolves to the id when the check exists. @throws AwsProblem of kind `not-found` */
export async function getHealthCheck(aws: Aws, id: string, options?: CallOptions): Promise<string> {
  const { value } = await call(
    aws,
    {
      service: route53,
      bucket: 'route53',
      command: new GetHealthCheckCommand({ HealthCheckId: id }),
      take: ({ HealthCheck }) => text(required(HealthCheck, 'HealthCheck').Id, 'Id of a health check'),
    },
    options,
  )
  return value
}

function toObservation({ Region, IPAddress, StatusReport }: HealthCheckObservation): HealthObservation {
  return present({
    region: Region,
    ipAddress: IPAddress,
    status: StatusReport?.Status ?? '',
    checkedAt: time(StatusReport?.CheckedTime),
  })
}
