import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { clientOf } from './testing.ts'

const client = () => clientOf(new SdkHandler(createDispatch({ gate: openGate(testingWorld()) })))

const PREFIX = 'arn:aws:elasticloadbalancing:us-east-1:123456789012'
const BALANCER = `${PREFIX}:loadbalancer/app/x/0123456789abcdef`
const LISTENER = `${PREFIX}:listener/app/x/0123456789abcdef/0123456789abcdef`
const RULE = `${PREFIX}:listener-rule/app/x/0123456789abcdef/0123456789abcdef/0123456789abcdef`
const GROUP = `${PREFIX}:targetgroup/x/0123456789abcdef`

const MISSING = 'LoadBalancerNotFoundException'
const cases: [string, () => Promise<unknown>, string, string][] = [
  [
    'an unknown name',
    () => client().send(new DescribeLoadBalancersCommand({ Names: ['x', 'y'] })),
    MISSING,
    "Load balancers '[x, y]' not found",
  ],
  [
    'an unknown load balancer',
    () => client().send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [BALANCER] })),
    MISSING,
    'One or more load balancers not found',
  ],
  [
    'listeners of an unknown load balancer',
    () => client().send(new DescribeListenersCommand({ LoadBalancerArn: BALANCER })),
    MISSING,
    'One or more load balancers not found',
  ],
  [
    'an unknown listener',
    () => client().send(new DescribeListenersCommand({ ListenerArns: [LISTENER] })),
    'ListenerNotFoundException',
    'One or more listeners not found',
  ],
  [
    'no listener at all',
    () => client().send(new DescribeListenersCommand({})),
    'ValidationError',
    'You must specify either listener ARNs or a load balancer ARN',
  ],
  [
    'an unknown rule',
    () => client().send(new DescribeRulesCommand({ RuleArns: [RULE] })),
    'RuleNotFoundException',
    'One or more rules not found',
  ],
  [
    'an unknown target group name',
    () => client().send(new DescribeTargetGroupsCommand({ Names: ['x'] })),
    'TargetGroupNotFoundException',
    'One or more target groups not found',
  ],
  [
    'health of an unknown target group',
    () => client().send(new DescribeTargetHealthCommand({ TargetGroupArn: GROUP })),
    'TargetGroupNotFoundException',
    `Target groups '${GROUP}' not found`,
  ],
  [
    'what is no ARN',
    () => client().send(new DescribeTargetHealthCommand({ TargetGroupArn: 'web' })),
    'ValidationError',
    "'web' is not a valid target group ARN",
  ],
  [
    'an ARN of another Region',
    () =>
      client().send(
        new DescribeLoadBalancersCommand({ LoadBalancerArns: [BALANCER.replace('us-east-1', 'eu-west-1')] }),
      ),
    'ValidationError',
    'is not a valid load balancer ARN',
  ],
  [
    'two ways to name target groups',
    () => client().send(new DescribeTargetGroupsCommand({ Names: ['x'], TargetGroupArns: [GROUP] })),
    'ValidationError',
    'Only one of the following can be specified',
  ],
  [
    'more than 20 resources',
    () => client().send(new DescribeTagsCommand({ ResourceArns: Array.from({ length: 21 }, () => GROUP) })),
    'ValidationError',
    "cannot exceed '20'",
  ],
  [
    'a page that is too large',
    () => client().send(new DescribeLoadBalancersCommand({ PageSize: 401 })),
    'ValidationError',
    'less than or equal to 400',
  ],
  [
    'a marker nobody gave out',
    () => client().send(new DescribeLoadBalancersCommand({ Marker: 'x' })),
    'ValidationError',
    "Marker 'x' is not valid",
  ],
]

test.each(cases)('%s', async (_, send, name, message) => {
  await expect(send()).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message),
    $metadata: { httpStatusCode: 400 },
  })
})
