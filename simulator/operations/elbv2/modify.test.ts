import {
  type Action,
  DescribeCapacityReservationCommand,
  DescribeListenerCertificatesCommand,
  DescribeListenersCommand,
  DescribeRulesCommand,
  ModifyListenerCommand,
  ModifyRuleCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2'
import { describe, expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { advanceTo } from '../../engine/advance.ts'
import { createCertificate } from '../../engine/certificates.ts'
import { forward } from '../../engine/elb/actions.ts'
import { createLoadBalancer, createListener, createTargetGroup } from '../../engine/elb/build.ts'
import { REGION } from '../../engine/elb/testing-world.ts'
import { addClients } from '../../engine/traffic/clients.ts'
import { openGate } from '../../open-gate.ts'
import { clientOf, made } from './testing.ts'

function start() {
  const all = made()
  const client = clientOf(new SdkHandler(createDispatch({ gate: openGate(all.world) })))
  const rule = async () =>
    (await client.send(new DescribeRulesCommand({ RuleArns: [all.ruleArn] }))).Rules?.[0]
  const modify = (...Actions: Action[]) =>
    client.send(new ModifyRuleCommand({ RuleArn: all.ruleArn, Actions }))
  return { ...all, client, rule, modify }
}

const weighted = (weights: Record<string, number>, more: object = {}): Action => ({
  Type: 'forward',
  ForwardConfig: {
    TargetGroups: Object.entries(weights).map(([TargetGroupArn, Weight]) => ({ TargetGroupArn, Weight })),
    ...more,
  },
})

const oidc = {
  Issuer: 'https://login.example.com',
  AuthorizationEndpoint: 'https://login.example.com/authorize',
  TokenEndpoint: 'https://login.example.com/token',
  UserInfoEndpoint: 'https://login.example.com/userinfo',
  ClientId: 'shop',
}

describe('ModifyRule', () => {
  test('replaces the actions, keeps the conditions, moves the traffic and tells the journal', async () => {
    const { world, client, modify, rule, web, next, loadBalancerArn, ruleArn } = start()
    addClients(world, {
      name: 'people',
      region: REGION,
      loadBalancerArn,
      port: 443,
      host: 'early.test',
      path: '/',
      rps: 1,
      swing: 0,
    })
    advanceTo(world, world.now + 1000)
    expect(world.clients['people']?.routes).toEqual({ [web.targetGroupArn]: 0.9, [next.targetGroupArn]: 0.1 })
    const before = await rule()
    const answer = await modify(weighted({ [web.targetGroupArn]: 1, [next.targetGroupArn]: 3 }))
    advanceTo(world, world.now + 1000)
    expect(world.clients['people']?.routes).toEqual({
      [web.targetGroupArn]: 0.25,
      [next.targetGroupArn]: 0.75,
    })
    const after = await rule()
    expect(answer.Rules).toEqual([after])
    expect(after).toMatchObject({ Priority: before?.Priority, Conditions: before?.Conditions })
    expect(after?.Actions).toEqual([
      {
        Type: 'forward',
        Order: 1,
        ForwardConfig: {
          TargetGroups: [
            { TargetGroupArn: web.targetGroupArn, Weight: 1 },
            { TargetGroupArn: next.targetGroupArn, Weight: 3 },
          ],
          TargetGroupStickinessConfig: { Enabled: false },
        },
      },
    ])
    expect(world.journal.find(({ name }) => name === 'rule-modified')).toMatchObject({
      type: 'effect',
      subject: ruleArn,
      detail: { before: before?.Actions, after: after?.Actions },
    })
    // What was read is what has to be sent to go back.
    await client.send(new ModifyRuleCommand({ RuleArn: ruleArn, Actions: before?.Actions }))
    expect(await rule()).toEqual(before)
  })

  test('a group that loses its last rule goes out of use', async () => {
    const { world, client, modify, web, next } = start()
    await modify(forward(web.targetGroupArn))
    expect(next.loadBalancerArns).toHaveLength(1)
    const { Rules = [] } = await client.send(
      new DescribeRulesCommand({ ListenerArn: Object.keys(world.regions[REGION]?.elb.listeners ?? {})[1] }),
    )
    for (const { RuleArn, IsDefault } of Rules) {
      if (IsDefault) continue
      await client.send(new ModifyRuleCommand({ RuleArn, Actions: [forward(web.targetGroupArn)] }))
    }
    expect(next.loadBalancerArns).toEqual([])
  })

  test('fills in what AWS fills in for a single group, named in either way', async () => {
    const { modify, rule, web } = start()
    const expected = [forward(web.targetGroupArn)]
    await modify({ Type: 'forward', TargetGroupArn: web.targetGroupArn })
    expect((await rule())?.Actions).toEqual(expected)
    await modify(weighted({ [web.targetGroupArn]: 1 }))
    expect((await rule())?.Actions).toEqual(expected)
  })

  test('keeps stickiness with its duration', async () => {
    const { modify, rule, web, next } = start()
    const sticky = { TargetGroupStickinessConfig: { Enabled: true, DurationSeconds: 60 } }
    await modify(weighted({ [web.targetGroupArn]: 1, [next.targetGroupArn]: 1 }, sticky))
    expect((await rule())?.Actions?.[0]?.ForwardConfig).toMatchObject(sticky)
  })

  test('never tells a client secret, and asks for it again unless the existing one stays', async () => {
    const { modify, rule, web } = start()
    const signIn = (more: object): Action => ({
      Type: 'authenticate-oidc',
      Order: 1,
      AuthenticateOidcConfig: { ...oidc, ...more },
    })
    const then = { ...forward(web.targetGroupArn), Order: 2 }
    await expect(modify(signIn({ UseExistingClientSecret: true }), then)).rejects.toMatchObject({
      name: 'InvalidConfigurationRequestException',
    })
    await modify(signIn({ ClientSecret: 'hidden' }), then)
    const [first] = (await rule())?.Actions ?? []
    expect(first?.AuthenticateOidcConfig).toEqual({
      ...oidc,
      SessionCookieName: 'AWSELBAuthSessionCookie',
      Scope: 'openid',
      SessionTimeout: 604_800,
      OnUnauthenticatedRequest: 'authenticate',
    })
    await expect(modify(signIn({}), then)).rejects.toMatchObject({
      name: 'InvalidConfigurationRequestException',
    })
    await modify(signIn({ UseExistingClientSecret: true }), then)
    // It is still there to be used again.
    await modify(signIn({ UseExistingClientSecret: true }), then)
    expect((await rule())?.Actions?.[0]).toEqual(first)
  })

  test('changes transforms only when asked to', async () => {
    const { client, ruleArn, rule, web } = start()
    const Transforms = [
      {
        Type: 'url-rewrite' as const,
        UrlRewriteConfig: { Rewrites: [{ Regex: '^/a', Replace: '/b' }] },
      },
    ]
    await client.send(new ModifyRuleCommand({ RuleArn: ruleArn, Transforms }))
    await client.send(new ModifyRuleCommand({ RuleArn: ruleArn, Actions: [forward(web.targetGroupArn)] }))
    expect((await rule())?.Transforms).toEqual(Transforms)
    await expect(
      client.send(new ModifyRuleCommand({ RuleArn: ruleArn, Transforms, ResetTransforms: true })),
    ).rejects.toMatchObject({ name: 'ValidationError' })
    await client.send(new ModifyRuleCommand({ RuleArn: ruleArn, ResetTransforms: true }))
    expect((await rule())?.Transforms).toEqual([])
  })
})

describe('refuses', () => {
  const gone = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/x/0123456789abcdef'
  const cases: [string, (a: string, b: string) => Action[], string, string][] = [
    ['an unknown group', () => [forward(gone)], 'TargetGroupNotFoundException', `'${gone}' not found`],
    ['no action', () => [], 'ValidationError', 'at least one action'],
    ['a forward to nothing', () => [{ Type: 'forward' }], 'ValidationError', 'target group'],
    ['a weight of 1000', (a, b) => [weighted({ [a]: 1000, [b]: 1 })], 'ValidationError', '0 and 999'],
    ['a negative weight', (a, b) => [weighted({ [a]: -1, [b]: 1 })], 'ValidationError', '0 and 999'],
    [
      'a target group ARN beside two groups',
      (a, b) => [{ ...weighted({ [a]: 1, [b]: 1 }), TargetGroupArn: a }],
      'InvalidLoadBalancerActionException',
      'only that target group',
    ],
    [
      'a target group ARN beside another group',
      (a, b) => [{ ...weighted({ [b]: 1 }), TargetGroupArn: a }],
      'InvalidLoadBalancerActionException',
      'only that target group',
    ],
    [
      'two final actions',
      (a, b) => [
        { ...forward(a), Order: 1 },
        { ...forward(b), Order: 2 },
      ],
      'InvalidLoadBalancerActionException',
      'last action',
    ],
    ['two actions of one order', (a, b) => [forward(a), forward(b)], 'ValidationError', 'order of its own'],
    [
      'stickiness without a duration',
      (a, b) => [weighted({ [a]: 1, [b]: 1 }, { TargetGroupStickinessConfig: { Enabled: true } })],
      'ValidationError',
      'between 1 and 604800 seconds',
    ],
  ]
  test.each(cases)('%s', async (_, actions, name, message) => {
    const { modify, rule, web, next } = start()
    const before = await rule()
    await expect(modify(...actions(web.targetGroupArn, next.targetGroupArn))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    })
    expect(await rule()).toEqual(before)
  })

  test('a default rule, and a rule that does not exist', async () => {
    const { client, defaultRuleArn, ruleArn, web } = start()
    const Actions = [forward(web.targetGroupArn)]
    await expect(
      client.send(new ModifyRuleCommand({ RuleArn: defaultRuleArn, Actions })),
    ).rejects.toMatchObject({
      name: 'OperationNotPermittedException',
      message: `Default rule '${defaultRuleArn}' cannot be modified`,
    })
    const RuleArn = ruleArn.replace(/.{4}$/, 'zzzz')
    await expect(client.send(new ModifyRuleCommand({ RuleArn, Actions }))).rejects.toMatchObject({
      name: 'RuleNotFoundException',
    })
  })

  test('a group of another load balancer', async () => {
    const { world, modify } = start()
    const group = createTargetGroup(world, REGION, { name: 'elsewhere' })
    const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'elsewhere' })
    createListener(world, REGION, { loadBalancerArn, defaultActions: [forward(group.targetGroupArn)] })
    await expect(modify(forward(group.targetGroupArn))).rejects.toMatchObject({
      name: 'TargetGroupAssociationLimitException',
      message: expect.stringContaining(group.targetGroupArn),
    })
  })

  test('sticky targets in several groups without group stickiness', async () => {
    const { modify, web, next } = start()
    web.attributes['stickiness.enabled'] = 'true'
    await expect(
      modify(weighted({ [web.targetGroupArn]: 1, [next.targetGroupArn]: 1 })),
    ).rejects.toMatchObject({ name: 'InvalidConfigurationRequestException' })
    await modify(forward(web.targetGroupArn))
  })

  test('sign-in on a listener without TLS', async () => {
    const { client, world, loadBalancerArn, web } = start()
    const plain = Object.values(world.regions[REGION]?.elb.listeners ?? {}).find(
      (one) => one.loadBalancerArn === loadBalancerArn && one.protocol === 'HTTP',
    )
    const signIn: Action = {
      Type: 'authenticate-oidc',
      Order: 1,
      AuthenticateOidcConfig: { ...oidc, ClientSecret: 's' },
    }
    const DefaultActions = [signIn, { ...forward(web.targetGroupArn), Order: 2 }]
    await expect(
      client.send(new ModifyListenerCommand({ ListenerArn: plain?.listenerArn, DefaultActions })),
    ).rejects.toMatchObject({ name: 'InvalidLoadBalancerActionException' })
  })
})

describe('ModifyListener', () => {
  test('replaces the default actions only', async () => {
    const { world, client, listenerArn, defaultRuleArn, web, next } = start()
    const get = async () =>
      (await client.send(new DescribeListenersCommand({ ListenerArns: [listenerArn] }))).Listeners?.[0]
    const before = await get()
    const action = weighted({ [web.targetGroupArn]: 0, [next.targetGroupArn]: 1 })
    const { Listeners } = await client.send(
      new ModifyListenerCommand({ ListenerArn: listenerArn, DefaultActions: [action] }),
    )
    const after = await get()
    expect(Listeners).toEqual([after])
    expect(after).toEqual({ ...before, DefaultActions: after?.DefaultActions })
    expect(after?.DefaultActions?.[0]?.ForwardConfig?.TargetGroups).toEqual(
      action.ForwardConfig?.TargetGroups,
    )
    const { Rules } = await client.send(new DescribeRulesCommand({ RuleArns: [defaultRuleArn] }))
    expect(Rules?.[0]?.Actions).toEqual(after?.DefaultActions)
    expect(world.journal.find(({ name }) => name === 'listener-modified')?.subject).toBe(listenerArn)
  })

  test('changes the default certificate and leaves the others', async () => {
    const { world, client, listenerArn } = start()
    const { certificateArn } = createCertificate(world, REGION, { domainName: 'early.test' })
    const Certificates = [{ CertificateArn: certificateArn }]
    await client.send(new ModifyListenerCommand({ ListenerArn: listenerArn, Certificates }))
    const answer = await client.send(new DescribeListenerCertificatesCommand({ ListenerArn: listenerArn }))
    expect(answer.Certificates).toEqual([
      { CertificateArn: certificateArn, IsDefault: true },
      expect.objectContaining({ IsDefault: false }),
    ])
    await expect(
      client.send(
        new ModifyListenerCommand({
          ListenerArn: listenerArn,
          Certificates: [{ CertificateArn: certificateArn.replace(/.{4}$/, 'zzzz') }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'CertificateNotFoundException' })
  })

  test('refuses a port in use, a protocol of other load balancers and HTTPS without a certificate', async () => {
    const { world, client, listenerArn, loadBalancerArn } = start()
    await expect(
      client.send(new ModifyListenerCommand({ ListenerArn: listenerArn, Port: 80 })),
    ).rejects.toMatchObject({ name: 'DuplicateListenerException' })
    await expect(
      client.send(new ModifyListenerCommand({ ListenerArn: listenerArn, Protocol: 'UDP' })),
    ).rejects.toMatchObject({ name: 'UnsupportedProtocolException' })
    const plain = Object.values(world.regions[REGION]?.elb.listeners ?? {}).find(
      (one) => one.loadBalancerArn === loadBalancerArn && one.protocol === 'HTTP',
    )
    await expect(
      client.send(new ModifyListenerCommand({ ListenerArn: plain?.listenerArn, Protocol: 'HTTPS' })),
    ).rejects.toMatchObject({ name: 'CertificateNotFoundException' })
  })
})

test('a capacity reservation is spread over the zones; without one there is none', async () => {
  const { world, client, loadBalancerArn } = start()
  const get = () => client.send(new DescribeCapacityReservationCommand({ LoadBalancerArn: loadBalancerArn }))
  expect((await get()).MinimumLoadBalancerCapacity).toBeUndefined()
  const balancer = world.regions[REGION]?.elb.loadBalancers[loadBalancerArn]
  if (balancer) balancer.capacityReservation = { capacityUnits: 300, lastModifiedAt: world.now }
  expect(await get()).toMatchObject({
    MinimumLoadBalancerCapacity: { CapacityUnits: 300 },
    CapacityReservationState: [
      { AvailabilityZone: 'us-east-1a', EffectiveCapacityUnits: 150 },
      { AvailabilityZone: 'us-east-1b', EffectiveCapacityUnits: 150 },
    ],
  })
})
