/** UpdateService with a task definition: what starts a deployment. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
import { UpdateServiceCommand } from '@aws-sdk/client-ecs'
import type { Service } from '../../core/ecs/service.ts'
import { AwsProblem } from '../../core/problem.ts'
import { required } from '../answer.ts'
import { type Answer, type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { ecs } from './ecs.ts'
import { getService } from './services.ts'
import { toService } from './to-service.ts'

interface ServiceDeploymentWish {
  /** ARN. */
  cluster: string
  service: string
  /** ARN of the revision. */
  taskDefinition: string
  /** Starts a deployment even where the service has this revision already. */
  forceNewDeployment: boolean
}

/** Members of the request. */
function updateServiceInput({ cluster, service, taskDefinition, forceNewDeployment }: ServiceDeploymentWish) {
  return { cluster, service, taskDefinition, ...(forceNewDeployment && { forceNewDeployment }) }
}

/** Sent once. @throws AwsProblem */
function deployRevision(
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

export interface Deployed {
  service: Service
  /** Absent when the answer was lost and the service was read instead. */
  requestId?: string | undefined
}

export interface DeployWish extends ServiceDeploymentWish {
  /** Id of the service's newest deployment that the person saw. */
  seenDeployment: string | undefined
}

/**
 * Gives the service the revision, if it still is as the person saw it. What became of a lost answer is read from the service: it has
 * another deployment of this revision, or not.
 * @throws AwsProblem; of kind `conflict` when somebody else deployed meanwhile, `unknown-outcome` when nothing tells
 */
export async function deployOnce(aws: Aws, { seenDeployment, ...wish }: DeployWish): Promise<Deployed> {
  const before = await getService(aws, wish.cluster, wish.service)
  if (before.deployments[0]?.id !== seenDeployment) throw changedMeanwhile(wish.service)
  try {
    const { value, requestId } = await deployRevision(aws, wish)
    return { service: value, requestId }
  } catch (error) {
    if (!(error instanceof AwsProblem) || error.kind !== 'unknown-outcome') throw error
    const service = await getService(aws, wish.cluster, wish.service).catch(() => undefined)
    const newest = service?.deployments[0]
    if (service && newest && newest.id !== seenDeployment && newest.taskDefinitionArn === wish.taskDefinition)
      return { service }
    throw error
  }
}

function changedMeanwhile(service: string): AwsProblem {
  return new AwsProblem({
    kind: 'conflict',
    code: 'DeploymentChanged',
    message: `Service ${service} has another deployment now`,
    operation: 'ecs:DescribeServices',
    attempts: 1,
  })
}
