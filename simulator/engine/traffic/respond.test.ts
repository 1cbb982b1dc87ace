import { expect, test } from 'vitest'
import { regionOf } from '../../world/create.ts'
import type { World } from '../../world/world.ts'
import { advanceTo } from '../advance.ts'
import { addressesOf } from '../dns/addresses.ts'
import { fixedResponse, forward, redirectToHttps, whenHost } from '../elb/actions.ts'
import { createListener, createLoadBalancer, createRule, createTargetGroup } from '../elb/build.ts'
import { behave, listen, REGION, START, testingWorld } from '../elb/testing-world.ts'
import { registerTarget } from '../targets.ts'
import { respond, type WebAnswer, type WebRequest } from './respond.ts'
import { addServer, setServerBehaviour, setServerStopped } from './servers.ts'

/** A load balancer whose HTTPS listener sends one host to one good target; everything else is a 404. */
function web(): { world: World; ask: (request?: Partial<WebRequest>) => WebAnswer } {
  const world = testingWorld()
  const { targetGroupArn } = createTargetGroup(world, REGION, { name: 'web', targetType: 'ip' })
  const balancer = createLoadBalancer(world, REGION, { name: 'alb' })
  const { loadBalancerArn } = balancer
  createListener(world, REGION, { loadBalancerArn, defaultActions: [redirectToHttps()] })
  const { listenerArn } = createListener(world, REGION, {
    loadBalancerArn,
    protocol: 'HTTPS',
    defaultActions: [fixedResponse(404)],
  })
  const conditions = [whenHost('*.example.com')]
  createRule(world, REGION, { listenerArn, priority: 1, conditions, actions: [forward(targetGroupArn)] })
  listen(world, '10.0.0.1', { http: { '/': { status: 200, latencyMs: 30 } } })
  registerTarget(world, REGION, targetGroupArn, { id: '10.0.0.1', port: 80 })
  advanceTo(world, START + 60_000)
  const ip = addressesOf(balancer).a[0] ?? ''
  const request: WebRequest = { ip, port: 443, protocol: 'HTTPS', host: 'www.example.com', path: '/' }
  return { world, ask: (other = {}) => respond(world, { ...request, ...other }) }
}

const status = (answer: WebAnswer): number => (answer.kind === 'answer' ? answer.status : 0)

test('a load balancer goes by its rules', () => {
  const { ask } = web()
  expect(ask()).toEqual({ kind: 'answer', status: 200, latencyMs: 30 })
  expect(status(ask({ host: 'example.org' }))).toBe(404)
  expect(status(ask({ port: 80, protocol: 'HTTP' }))).toBe(301)
  expect(ask({ port: 80 })).toEqual({ kind: 'refused' })
  expect(status(ask({ protocol: 'HTTP' }))).toBe(400)
  expect(ask({ port: 8443 })).toEqual({ kind: 'refused' })
  expect(ask({ ip: '192.0.2.77' })).toEqual({ kind: 'timeout' })
})

test('what its targets do is what clients see', () => {
  const { world, ask } = web()
  behave(world, '10.0.0.1', { http: { '/': { status: 503, latencyMs: 9 } } })
  expect(ask()).toEqual({ kind: 'answer', status: 503, latencyMs: 9 })
  behave(world, '10.0.0.1', { http: { '/': { status: 0, latencyMs: 0 } } })
  expect(status(ask())).toBe(504)
  behave(world, '10.0.0.1', { readyAfterMs: 3_600_000 })
  expect(status(ask())).toBe(502)
  for (const group of Object.values(regionOf(world, REGION).elb.targetGroups)) group.targets = {}
  expect(status(ask())).toBe(503)
})

test('weights and shares of errors decide by the moment, and asking changes nothing', () => {
  const { world, ask } = web()
  behave(world, '10.0.0.1', { errorShare: 0.5 })
  const before = JSON.stringify(world)
  expect(ask()).toEqual(ask())
  expect(JSON.stringify(world)).toBe(before)
  const seen = new Set<number>()
  for (let second = 1; second < 60; second += 1) {
    advanceTo(world, START + 60_000 + second * 1000)
    seen.add(status(ask()))
  }
  expect(seen).toEqual(new Set([200, 500]))
})

test('a server of one’s own answers, refuses, or is gone', () => {
  const { world, ask } = web()
  addServer(world, { name: 'rack', addresses: ['198.51.100.7'], ports: [443] })
  const ip = '198.51.100.7'
  expect(status(ask({ ip }))).toBe(200)
  expect(ask({ ip, port: 80 })).toEqual({ kind: 'refused' })
  setServerBehaviour(world, 'rack', { http: { '/': { status: 500, latencyMs: 5 } } })
  expect(status(ask({ ip }))).toBe(500)
  setServerStopped(world, 'rack', true)
  expect(ask({ ip })).toEqual({ kind: 'timeout' })
  setServerStopped(world, 'rack', false)
  expect(status(ask({ ip }))).toBe(500)
})
