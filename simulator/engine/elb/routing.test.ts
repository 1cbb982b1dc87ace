import { expect, test } from 'vitest'
import { regionOf } from '../../world/create.ts'
import { fixedResponse, forward, redirectToHttps, whenHost, whenPath } from './actions.ts'
import { createListener, createLoadBalancer, createRule } from './build.ts'
import { actionsFor } from './routing.ts'
import { REGION, testingWorld } from './testing-world.ts'

function routed(host: string, path: string): string | undefined {
  const world = testingWorld()
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'lb' })
  const listener = createListener(world, REGION, { loadBalancerArn, defaultActions: [redirectToHttps()] })
  const rule = (priority: number, name: string, ...conditions: ReturnType<typeof whenHost>[]): unknown =>
    createRule(world, REGION, {
      listenerArn: listener.listenerArn,
      priority,
      conditions,
      actions: [forward(name)],
    })
  rule(30, 'any-shop', whenHost('*.shop.test'))
  rule(10, 'api', whenHost('api.shop.test'), whenPath('/v?/*', '/health'))
  rule(20, 'dots', whenHost('a.b'))
  createRule(world, REGION, {
    listenerArn: listener.listenerArn,
    priority: 5,
    conditions: [whenPath('/Closed')],
    actions: [fixedResponse(503, 'closed')],
  })
  const [action] = actionsFor(regionOf(world, REGION).elb, listener, { host, path })
  return action?.TargetGroupArn ?? action?.Type
}

test.each([
  ['api.shop.test', '/v1/orders', 'api'],
  ['API.Shop.Test', '/health', 'api'],
  ['api.shop.test', '/v12/orders', 'any-shop'],
  ['api.shop.test', '/V1/orders', 'any-shop'],
  ['shop.test', '/', 'redirect'],
  ['a.b', '/', 'dots'],
  ['axb', '/', 'redirect'],
  ['a.b', '/Closed', 'fixed-response'],
  ['a.b', '/closed', 'dots'],
])('a request for %s%s goes to %s', (host, path, expected) => {
  expect(routed(host, path)).toBe(expected)
})
