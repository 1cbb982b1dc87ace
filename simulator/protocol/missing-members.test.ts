import { GetMetricData$ } from '@aws-sdk/client-cloudwatch'
import { ModifyInstanceAttribute$ } from '@aws-sdk/client-ec2'
import { CreateService$, DescribeServices$, PutClusterCapacityProviders$ } from '@aws-sdk/client-ecs'
import { RegisterTargets$ } from '@aws-sdk/client-elastic-load-balancing-v2'
import { GetId$ } from '@aws-sdk/client-cognito-identity'
import { FilterLogEvents$, GetLogEvents$ } from '@aws-sdk/client-cloudwatch-logs'
import { GetHostedZone$ } from '@aws-sdk/client-route-53'
import type { StaticOperationSchema } from '@smithy/types'
import { expect, test } from 'vitest'
import type { ServiceModel, WireProtocol } from '../operation.ts'
import { everyKind$ } from './every-kind.ts'
import { missingMembers } from './missing-members.ts'
import { operationShapes } from './schema.ts'

function check(name: string, protocol: WireProtocol, schema: StaticOperationSchema, input: unknown) {
  const service: ServiceModel = {
    name,
    protocol,
    signingName: name,
    iamPrefix: name,
    version: '1',
    operations: [],
  }
  const error = missingMembers(service, operationShapes(schema).input, input)
  return error && [error.code, error.message]
}

test('nothing is missing', () => {
  expect(check('ecs', 'awsJson1_1', DescribeServices$, { services: [] })).toBeUndefined()
})

test('each service says it in its words', () => {
  expect(check('ecs', 'awsJson1_1', DescribeServices$, {})).toEqual([
    'InvalidParameterException',
    'Services cannot be empty.',
  ])
  expect(check('ecs', 'awsJson1_1', CreateService$, {})).toEqual([
    'InvalidParameterException',
    'ServiceName can not be blank.',
  ])
  expect(check('logs', 'awsJson1_1', GetLogEvents$, {})).toEqual([
    'InvalidParameterException',
    "1 validation error detected: Value null at 'logStreamName' failed to satisfy constraint: Member must not be null",
  ])
  expect(check('cloudwatch', 'awsJson1_0', GetMetricData$, { EndTime: new Date() })).toEqual([
    'MissingParameter',
    'The parameter MetricDataQueries is required.',
  ])
  expect(check('ec2', 'ec2Query', ModifyInstanceAttribute$, {})).toEqual([
    'MissingParameter',
    'The request must contain the parameter InstanceId',
  ])
  expect(check('route53', 'restXml', GetHostedZone$, {})?.[0]).toBe('InvalidInput')
  expect(check('cognitoIdentity', 'awsJson1_1', GetId$, {})?.[0]).toBe('ValidationException')
})

test('a service without words of its own uses its protocol’s', () => {
  expect(check('other', 'awsJson1_0', GetId$, {})?.[0]).toBe('ValidationException')
  expect(check('other', 'ec2Query', GetId$, {})?.[0]).toBe('MissingParameter')
  expect(check('other', 'restXml', GetId$, {})?.[0]).toBe('InvalidInput')
})

test('finds what is missing inside lists and maps, and names all of it', () => {
  expect(check('elbv2', 'awsQuery', RegisterTargets$, { Targets: [{ Id: 'i-1' }, { Port: 80 }] })).toEqual([
    'ValidationError',
    "2 validation errors detected: Value null at 'targetGroupArn' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'targets.2.member.id' failed to satisfy constraint: Member must not be null",
  ])
  expect(
    check('other', 'awsJson1_1', everyKind$, { Map: { a: {} }, Inner: { Id: 'x', Again: {} } })?.[1],
  ).toBe(
    "2 validation errors detected: Value null at 'map.a.member.id' failed to satisfy constraint: Member must not be null; " +
      "Value null at 'inner.again.id' failed to satisfy constraint: Member must not be null",
  )
  expect(
    check('ecs', 'awsJson1_1', PutClusterCapacityProviders$, {
      cluster: 'c',
      capacityProviders: [],
      defaultCapacityProviderStrategy: [{ weight: 1 }],
    }),
  ).toEqual(['InvalidParameterException', 'CapacityProvider can not be blank.'])
  expect(check('logs', 'awsJson1_1', FilterLogEvents$, {})).toBeUndefined()
})
