import { expect, it } from 'vitest'
import { addCluster, siteIn } from '../../scenarios/building.ts'
import { createWorld } from '../../world/create.ts'
import { registerInstance } from './container-instances.ts'
import { matchesExpression } from './placement-constraints.ts'

const site = siteIn(createWorld({ id: 'w', scenario: 'test', seed: 1, now: 0 }), 'us-east-1')
const instance = registerInstance(site.world, site.region, {
  clusterArn: addCluster(site, 'c').clusterArn,
  ec2InstanceId: 'i-0a',
  privateIp: '10.0.0.4',
  availabilityZone: 'us-east-1a',
  instanceType: 'm5.large',
  attributes: { stack: 'blue' },
})

it.each([
  ['attribute:stack == blue', true],
  ['attribute:stack == green', false],
  ['attribute:stack != green', true],
  ['attribute:stack in [green, blue]', true],
  ['attribute:stack not_in [green, blue]', false],
  ['attribute:missing not_in [green]', true],
  ['attribute:missing != blue', true],
  ['attribute:ecs.instance-type =~ m5.*', true],
  ['attribute:ecs.instance-type =~ c5.*', false],
  ['attribute:ecs.instance-type !~ c5.*', true],
  ['attribute:stack exists', true],
  ['attribute:missing exists', false],
  ['attribute:missing !exists', true],
  ['ec2InstanceId == i-0a', true],
  ['agentConnected == true', true],
  ['attribute:stack == blue and attribute:ecs.availability-zone == us-east-1a', true],
  ['attribute:stack == blue and attribute:ecs.availability-zone == us-east-1b', false],
  ['something else entirely', false],
])('%s: %s', (expression, matches) => {
  expect(matchesExpression(instance, expression)).toBe(matches)
})
