/** A task definition as DescribeTaskDefinition gives it. */
import type { Compatibility, TaskDefinition } from '@aws-sdk/client-ecs'
import { networkModeOf, requiredAttributesOf } from '../../engine/ecs/requirements.ts'
import type { TaskDefinitionRecord } from '../../world/ecs-tables.ts'
import { toDate } from './described.ts'

export function taskDefinitionView(record: TaskDefinitionRecord): TaskDefinition {
  return {
    ...record.definition,
    taskDefinitionArn: record.taskDefinitionArn,
    family: record.family,
    revision: record.revision,
    status: record.status,
    requiresAttributes: requiredAttributesOf(record.definition).map((name) => ({ name })),
    compatibilities: compatibilities(record),
    registeredAt: toDate(record.registeredAt),
    deregisteredAt: toDate(record.deregisteredAt),
    deleteRequestedAt: toDate(record.deleteRequestedAt),
    registeredBy: record.registeredBy,
  }
}

/** Where it could run; unlike `requiresCompatibilities`, which is what its author asked for. */
function compatibilities({ definition }: TaskDefinitionRecord): Compatibility[] {
  const mode = networkModeOf(definition)
  const sized = definition.cpu !== undefined && definition.memory !== undefined
  const found: Compatibility[] = ['EC2']
  if (mode === 'awsvpc' && sized) found.push('FARGATE', 'MANAGED_INSTANCES')
  if (mode !== 'awsvpc') found.unshift('EXTERNAL')
  return found
}
