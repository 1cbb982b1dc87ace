/** UpdateService with a task definition: what starts a deployment. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
import { UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { Service } from '../../core/ecs/service.ts'
import { required } from '../answer.ts'
import { type Answer, type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import { toService } from './to-service.ts'

export interface ServiceDeploymentWish {
  /** ARN. */
  cluster: string
  service: string
  /** ARN of the revision. */
  taskDefinition: string
  /** Starts a deployment even where the service has this revision already. */
  forceNewDeployment: boolean
}

/** Members of the request, as sent and as shown on the command line. */
export function updateServiceInput({
  cluster,
  service,
  taskDefinition,
  forceNewDeployment,
}: ServiceDeploymentWish) {
  return { cluster, service, taskDefinition, ...(forceNewDeployment && { forceNewDeployment }) }
}

/** Sent once. @throws AwsProblem; of kind `unknown-outcome` when the answer was lost: read the service */
export function deployRevision(
  aws: Aws,
  wish: ServiceDeploymentWish,
  options?: CallOptions,
): Promise<Answer<Service>> {
  const command = new UpdateServiceCommand(updateServiceInput(wish))
  return call(
    aws,
    {
      service: ecs,
      bucket: 'ecs:service-modify',
      command,
      take: ({ service }) => toService(required(service, 'service')),
    },
    options,
  )
}
