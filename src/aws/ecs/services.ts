/** Services: list and describe. */
import {
  DescribeServicesCommand,
  type DescribeServicesCommandOutput,
  ListServicesCommand,
} from '@aws-sdk/client-ecs'
import type { Service } from '../../core/ecs/service.ts'
import type { Described } from '../../core/problem.ts'
import { list, texts } from '../answer.ts'
import { inBatches } from '../batch.ts'
import { type CallOptions, call } from '../call.ts'
import type { Aws } from '../context.ts'
import { listAll } from '../list.ts'
import { theOne } from '../the-one.ts'
import { ecs } from './ecs.ts'
import { toFailures } from './failures.ts'
import { toService } from './to-service.ts'

/** Its default is 10. https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServices.html */
export const servicePageSize = 100
/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DescribeServices.html */
export const serviceBatchSize = 10
export const serviceBucket = 'ecs:service-read'

/** ARNs of a cluster's services; `onPage` gets all so far after each hundred. */
export function listServices(
  aws: Aws,
  cluster: string,
  options?: CallOptions & { onPage?: (arns: string[]) => void },
): Promise<string[]> {
  return listAll(
    aws,
    {
      service: ecs,
      bucket: serviceBucket,
      command: (nextToken) => new ListServicesCommand({ cluster, maxResults: servicePageSize, nextToken }),
      take: ({ serviceArns, nextToken }) => ({
        items: texts(serviceArns, 'serviceArns'),
        next: nextToken,
      }),
      id: (arn) => arn,
      ...(options?.onPage && { onPage: options.onPage }),
    },
    options,
  )
}

/** The first page of a list, and whether more follows. */
export async function firstServices(
  aws: Aws,
  cluster: string,
  options?: CallOptions,
): Promise<{ arns: string[]; complete: boolean }> {
  const command = new ListServicesCommand({ cluster, maxResults: servicePageSize })
  const { value } = await call(
    aws,
    {
      service: ecs,
      bucket: serviceBucket,
      command,
      take: ({ serviceArns, nextToken }) => ({
        arns: texts(serviceArns, 'serviceArns'),
        complete: nextToken === undefined,
      }),
    },
    options,
  )
  return value
}

/** Services by name or ARN, in tens, with their tags. */
export function describeServices(
  aws: Aws,
  cluster: string,
  services: readonly string[],
  options?: CallOptions,
): Promise<Described<Service>> {
  return inBatches(services, serviceBatchSize, async (batch) => {
    const command = new DescribeServicesCommand({ cluster, services: batch, include: ['TAGS'] })
    const { value } = await call(
      aws,
      { service: ecs, bucket: serviceBucket, command, take: toDescribed },
      options,
    )
    return value
  })
}

/** One service. @throws AwsProblem of kind `not-found`; a deleted service is found as INACTIVE for a while */
export async function getService(
  aws: Aws,
  cluster: string,
  service: string,
  options?: CallOptions,
): Promise<Service> {
  const { items, failures } = await describeServices(aws, cluster, [service], options)
  return theOne(items, failures, 'ecs:DescribeServices', `Service ${service}`)
}

function toDescribed({ services, failures }: DescribeServicesCommandOutput): Described<Service> {
  return { items: list(services, 'services').map(toService), failures: toFailures(failures) }
}
