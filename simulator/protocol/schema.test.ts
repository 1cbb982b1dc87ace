import { DescribeServices$, RegisterTaskDefinition$ } from '@aws-sdk/client-ecs'
import { PutMetricData$ } from '@aws-sdk/client-cloudwatch'
import { DescribeTargetGroups$ } from '@aws-sdk/client-elastic-load-balancing-v2'
import { ListHostedZones$ } from '@aws-sdk/client-route-53'
import type { StaticOperationSchema } from '@smithy/types'
import { describe, expect, test } from 'vitest'
import { errorShape, operationShapes } from './schema.ts'
import { everyKind$ } from './every-kind.ts'

describe('operationShapes', () => {
  test('reads names, kinds and which members are required', () => {
    const { namespace, input } = operationShapes(DescribeServices$)
    expect(namespace).toBe('com.amazonaws.ecs')
    expect(input.members.map(({ name, required, shape }) => [name, shape.kind, required])).toEqual([
      ['services', 'list', true],
      ['cluster', 'string', false],
      ['include', 'list', false],
    ])
  })

  test('gives REST bindings, and a POST to / for everything else', () => {
    expect(operationShapes(ListHostedZones$).http).toEqual({
      method: 'GET',
      path: '/2013-04-01/hostedzone',
      status: 200,
    })
    expect(operationShapes(DescribeServices$).http).toEqual({ method: 'POST', path: '/', status: 200 })
  })

  test('knows every kind of member', () => {
    const kinds = operationShapes(everyKind$).input.members.map(({ shape }) => shape)
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'string',
      'number',
      'number',
      'boolean',
      'blob',
      'document',
      'timestamp',
      'timestamp',
      'timestamp',
      'timestamp',
      'list',
      'list',
      'map',
      'map',
      'structure',
    ])
    expect(kinds.flatMap((shape) => (shape.kind === 'timestamp' ? [shape.format] : []))).toEqual([
      undefined,
      'date-time',
      'http-date',
      'epoch-seconds',
    ])
  })

  test('an operation without input takes an empty structure', () => {
    const nothing: StaticOperationSchema = [9, 'com.example', 'Nothing', 0, 'unit', 'unit']
    expect(operationShapes(nothing).input).toEqual({ kind: 'structure', name: 'Unit', members: [] })
  })

  test('makes each shape once', () => {
    expect(operationShapes(RegisterTaskDefinition$).input).toBe(
      operationShapes(RegisterTaskDefinition$).input,
    )
  })
})

describe('errorShape', () => {
  test('finds an error by its name', () => {
    expect(errorShape(DescribeServices$, 'ClusterNotFoundException')).toMatchObject({
      namespace: 'com.amazonaws.ecs',
      name: 'ClusterNotFoundException',
      queryCode: 'ClusterNotFoundException',
      status: 400,
    })
  })

  test('finds an error by its query code, and knows its HTTP status', () => {
    expect(errorShape(DescribeTargetGroups$, 'TargetGroupNotFound')).toMatchObject({
      name: 'TargetGroupNotFoundException',
      queryCode: 'TargetGroupNotFound',
      status: 400,
    })
    expect(errorShape(PutMetricData$, 'ResourceNotFound')?.status).toBe(404)
  })

  test('takes a server error without a modelled status for a 500', () => {
    expect(errorShape(DescribeServices$, 'ServerException')?.status).toBe(500)
  })

  test('is undefined for a code the service does not have', () => {
    expect(errorShape(DescribeServices$, 'NoSuchBucket')).toBeUndefined()
  })
})
