/** Definitions in which no rule finds anything: examples of rules are these with one thing changed. */
import type { ContainerDefinition, Definition } from '../definition.ts'

/** On instances, with bridge. `others`: more containers, not essential. */
export function onEc2(
  container: ContainerDefinition = {},
  task: Definition = {},
  ...others: ContainerDefinition[]
): Definition {
  return {
    family: 'shop',
    networkMode: 'bridge',
    requiresCompatibilities: ['EC2'],
    containerDefinitions: [{ ...web, memory: 256, ...container }, ...others.map(withDefaults)],
    ...task,
  }
}

/** On Fargate, with awsvpc. `others`: more containers, not essential. */
export function onFargate(
  container: ContainerDefinition = {},
  task: Definition = {},
  ...others: ContainerDefinition[]
): Definition {
  return {
    family: 'shop',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '256',
    memory: '512',
    executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
    containerDefinitions: [{ ...web, ...container }, ...others.map(withDefaults)],
    ...task,
  }
}

const web: ContainerDefinition = { name: 'web', image: 'nginx:1.27' }

function withDefaults(container: ContainerDefinition): ContainerDefinition {
  return { name: 'side', image: 'busybox:1.36', memory: 64, essential: false, ...container }
}
