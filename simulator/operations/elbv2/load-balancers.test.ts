import {
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { START } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { clientOf, made } from './testing.ts'

function start() {
  const { world, ...rest } = made()
  return { ...rest, client: clientOf(new SdkHandler(createDispatch({ gate: openGate(world) }))) }
}

test('load balancers: all, by name, by ARN, in pages', async () => {
  const { client, loadBalancerArn } = start()
  const all = await client.send(new DescribeLoadBalancersCommand({}))
  expect(all.LoadBalancers?.map((one) => one.LoadBalancerName)).toEqual(['shop', 'other'])
  const [shop, other] = all.LoadBalancers ?? []
  expect(shop).toMatchObject({
    Type: 'application',
    Scheme: 'internet-facing',
    State: { Code: 'active' },
    CanonicalHostedZoneId: 'Z35SXDOTRQ7X7K',
    CreatedTime: new Date(START),
    IpAddressType: 'ipv4',
  })
  expect(shop?.LoadBalancerArn).toMatch(
    /^arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer\/app\/shop\/[0-9a-f]{16}$/,
  )
  expect(shop?.DNSName).toMatch(/^shop-\d{10}\.us-east-1\.elb\.amazonaws\.com$/)
  expect(other?.DNSName).toMatch(/^internal-other-\d{10}\./)
  expect(shop?.AvailabilityZones?.map(({ ZoneName }) => ZoneName)).toEqual(['us-east-1a', 'us-east-1b'])
  const named = await client.send(new DescribeLoadBalancersCommand({ Names: ['other'] }))
  expect(named.LoadBalancers).toEqual([other])
  const known = await client.send(new DescribeLoadBalancersCommand({ LoadBalancerArns: [loadBalancerArn] }))
  expect(known.LoadBalancers).toEqual([shop])
  const first = await client.send(new DescribeLoadBalancersCommand({ PageSize: 1 }))
  const second = await client.send(
    new DescribeLoadBalancersCommand({ PageSize: 1, Marker: first.NextMarker }),
  )
  expect([first.LoadBalancers, second.LoadBalancers]).toEqual([[shop], [other]])
  expect(second.NextMarker).toBeUndefined()
})

test('listeners and their certificates', async () => {
  const { client, loadBalancerArn, listenerArn, web } = start()
  const { Listeners = [] } = await client.send(
    new DescribeListenersCommand({ LoadBalancerArn: loadBalancerArn }),
  )
  expect(Listeners.map(({ Port, Protocol }) => [Port, Protocol])).toEqual([
    [80, 'HTTP'],
    [443, 'HTTPS'],
  ])
  expect(Listeners[0]?.DefaultActions?.[0]?.RedirectConfig?.StatusCode).toBe('HTTP_301')
  expect(Listeners[1]?.DefaultActions?.[0]).toMatchObject({
    Type: 'forward',
    TargetGroupArn: web.targetGroupArn,
    ForwardConfig: { TargetGroups: [{ TargetGroupArn: web.targetGroupArn, Weight: 1 }] },
  })
  expect(Listeners[1]?.Certificates).toHaveLength(1)
  const { Certificates } = await client.send(
    new DescribeListenerCertificatesCommand({ ListenerArn: listenerArn }),
  )
  expect(Certificates?.map(({ IsDefault }) => IsDefault)).toEqual([true, false])
})

test('rules in order of priority, the default rule last', async () => {
  const { client, listenerArn, ruleArn, defaultRuleArn, web, next } = start()
  const { Rules = [] } = await client.send(new DescribeRulesCommand({ ListenerArn: listenerArn }))
  expect(Rules.map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
    ['10', false],
    ['20', false],
    ['default', true],
  ])
  expect(Rules[0]?.Conditions).toEqual([
    { Field: 'host-header', Values: ['early.test'], HostHeaderConfig: { Values: ['early.test'] } },
  ])
  expect(Rules[0]?.Actions?.[0]?.ForwardConfig?.TargetGroups).toEqual([
    { TargetGroupArn: web.targetGroupArn, Weight: 90 },
    { TargetGroupArn: next.targetGroupArn, Weight: 10 },
  ])
  const named = await client.send(new DescribeRulesCommand({ RuleArns: [ruleArn, defaultRuleArn] }))
  expect(named.Rules).toEqual([Rules[0], Rules[2]])
})
