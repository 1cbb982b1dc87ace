/** Registry: the emulated operations of ECS, one line each. */
import type { ServiceModel } from '../../operation.ts'

export const ecs: ServiceModel = {
  name: 'ecs',
  signingName: 'ecs',
  iamPrefix: 'ecs',
  protocol: 'awsJson1_1',
  target: 'AmazonEC2ContainerServiceV20141113',
  version: '2014-11-13',
  operations: [],
}
