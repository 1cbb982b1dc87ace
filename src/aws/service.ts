/** What the calling code must know of an AWS service: its names, and how its SDK client is made. */
import type { HttpHandlerUserInput } from '@smithy/protocol-http'
import type { AwsCredentialIdentity } from '@smithy/types'

/** Keys of `endpoints` in config.json. */
export type ServiceKey =
  | 'acm'
  | 'applicationAutoScaling'
  | 'autoscaling'
  | 'cloudwatch'
  | 'codedeploy'
  | 'ec2'
  | 'ecr'
  | 'ecs'
  | 'elb'
  | 'elbv2'
  | 'iam'
  | 'logs'
  | 'route53'
  | 'scheduler'
  | 'secretsmanager'
  | 'ssm'
  | 'sts'

/** What every client is made with: the SDK never retries, never looks for credentials, never guesses an endpoint of ours. */
export interface ClientConfig {
  region: string
  maxAttempts: 1
  credentials: () => Promise<AwsCredentialIdentity>
  requestHandler: HttpHandlerUserInput
  endpoint?: string
  systemClockOffset: number
}

/** The one method of an SDK client that call.ts needs. */
export interface Sender {
  send(command: never, options: { abortSignal: AbortSignal }): Promise<unknown>
  config: object
}

export interface AwsService<Client extends Sender = Sender> {
  key: ServiceKey
  /** Prefix of its IAM actions: `elasticloadbalancing`. */
  iamPrefix: string
  create(config: ClientConfig): Client
}
