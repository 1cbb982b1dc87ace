/** A world with load balancers, and the SDK client, for the tests of this folder. */
import {
  ElasticLoadBalancingV2Client,
  type ElasticLoadBalancingV2ClientConfig,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { advanceTo } from '../../engine/advance.ts'
import { forward, redirectToHttps, whenHost } from '../../engine/elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../../engine/elb/build.ts'
import { listen, REGION, START, testingWorld } from '../../engine/elb/testing-world.ts'
import { registerTarget } from '../../engine/targets.ts'

/** The SDK's client; the request handler that leads to the simulator comes from the test. */
export function clientOf(
  requestHandler: ElasticLoadBalancingV2ClientConfig['requestHandler'],
): ElasticLoadBalancingV2Client {
  return new ElasticLoadBalancingV2Client({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler,
    maxAttempts: 1,
  })
}

/** Two load balancers; the first has an HTTP and an HTTPS listener, two rules and two target groups. */
export function made() {
  const world = testingWorld()
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'shop', tags: { team: 'a' } })
  createLoadBalancer(world, REGION, { name: 'other', scheme: 'internal' })
  const web = createTargetGroup(world, REGION, { name: 'web', targetType: 'ip', tags: { team: 'b' } })
  const next = createTargetGroup(world, REGION, { name: 'web-next', healthCheck: { path: '/health' } })
  createTargetGroup(world, REGION, { name: 'alone' })
  createListener(world, REGION, { loadBalancerArn, defaultActions: [redirectToHttps()] })
  const { listenerArn, defaultRuleArn } = createListener(world, REGION, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [
      'arn:aws:acm:us-east-1:123456789012:certificate/1',
      'arn:aws:acm:us-east-1:123456789012:certificate/2',
    ],
    defaultActions: [forward(web.targetGroupArn)],
  })
  const rule = (priority: number, host: string) =>
    createRule(world, REGION, {
      listenerArn,
      priority,
      conditions: [whenHost(host)],
      actions: [forward({ [web.targetGroupArn]: 90, [next.targetGroupArn]: 10 })],
    })
  rule(20, 'late.test')
  const { ruleArn } = rule(10, 'early.test')
  listen(world, '10.0.0.1', {})
  const zone = { availabilityZone: `${REGION}a` }
  registerTarget(world, REGION, web.targetGroupArn, { id: '10.0.0.1', port: 80, ...zone })
  registerTarget(world, REGION, web.targetGroupArn, { id: '10.0.0.9', port: 80, ...zone })
  advanceTo(world, START + 120_000)
  return { world, loadBalancerArn, listenerArn, ruleArn, defaultRuleArn, web, next }
}
