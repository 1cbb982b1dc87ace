/** What a cutover asks of the services around Route 53, against the simulated AWS and over their own wire formats. */
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../../simulator/adapters/sdk-handler.ts'
import { createDispatch } from '../../simulator/dispatch.ts'
import { advanceTo } from '../../simulator/engine/advance.ts'
import { createAlarm, setAlarmState } from '../../simulator/engine/alarms.ts'
import { createCertificate } from '../../simulator/engine/certificates.ts'
import { createDeploymentGroup } from '../../simulator/engine/deployment-groups.ts'
import {
  allocateAddress,
  allowTcp,
  createInstance,
  createSecurityGroup,
  setInstanceState,
} from '../../simulator/engine/ec2/build.ts'
import { forward, whenHost } from '../../simulator/engine/elb/actions.ts'
import {
  createListener,
  createLoadBalancer,
  createRule,
  createTargetGroup,
  defaultNetwork,
} from '../../simulator/engine/elb/build.ts'
import { createClassicLoadBalancer } from '../../simulator/engine/elb/classic.ts'
import { webService } from '../../simulator/engine/elb/testing-service.ts'
import { REGION, START, testingWorld } from '../../simulator/engine/elb/testing-world.ts'
import { registerScalableTarget } from '../../simulator/engine/scalable-targets.ts'
import { addClients } from '../../simulator/engine/traffic/clients.ts'
import { openGate } from '../../simulator/open-gate.ts'
import { regionOf } from '../../simulator/world/create.ts'
import { AwsProblem } from '../core/problem.ts'
import { now } from '../lib/clock.ts'
import { getCertificate, listListenerCertificates } from './acm/certificates.ts'
import { findScalableTarget } from './application-auto-scaling/scalable-targets.ts'
import { createAws, createLimiter } from './client.ts'
import { describeAlarms, listAlarms } from './cloudwatch/alarms.ts'
import { listEcsDeploymentGroups } from './codedeploy/deployment-groups.ts'
import { findAddresses } from './ec2/addresses.ts'
import { findInstances } from './ec2/instances.ts'
import { findSecurityGroups } from './ec2/security-groups.ts'
import { findSubnets } from './ec2/subnets.ts'
import { getService } from './ecs/services.ts'
import {
  getClassicLoadBalancer,
  getClassicLoadBalancerAttributes,
  listClassicInstanceHealth,
  listClassicLoadBalancers,
} from './elb/classic-load-balancers.ts'
import {
  describeLoadBalancerTags,
  getCapacityReservation,
  getLoadBalancerAttributes,
} from './elb/load-balancer-attributes.ts'
import { getListenerActions, getRuleActions, modifyListenerActions, modifyRule } from './elb/rule-actions.ts'
import { listRules } from './elb/listeners.ts'

function stage() {
  const world = testingWorld()
  const gate = openGate(world)
  const aws = createAws({
    account: world.accountId,
    region: REGION,
    role: 'test',
    credentials: () => Promise.resolve({ accessKeyId: 'AKIDTEST', secretAccessKey: 's' }),
    requestHandler: new SdkHandler(createDispatch({ gate })),
    limiter: createLimiter(now, 1),
    ports: {
      renew: () => Promise.resolve(),
      onSignedOut: () => undefined,
      online: () => true,
      reachesOwnOrigin: () => Promise.resolve(true),
      random: () => 0,
      sleep: () => Promise.resolve(),
      now,
    },
  })
  return { world, gate, aws }
}

async function problemOf(promise: Promise<unknown>): Promise<AwsProblem> {
  const thrown: unknown = await promise.then(() => undefined).catch((error: unknown) => error)
  if (thrown instanceof AwsProblem) return thrown
  throw new Error(`expected an AwsProblem, got ${String(thrown)}`)
}

const missing = { kind: 'not-found' }
/** The ARN of something that does not exist. */
const goneArn = (arn: string) => arn.replace(/.{4}$/, 'zzzz')

const oidc = {
  Type: 'authenticate-oidc' as const,
  Order: 1,
  AuthenticateOidcConfig: {
    Issuer: 'https://login.example.com',
    AuthorizationEndpoint: 'https://login.example.com/authorize',
    TokenEndpoint: 'https://login.example.com/token',
    UserInfoEndpoint: 'https://login.example.com/userinfo',
    ClientId: 'shop',
    ClientSecret: 'hidden',
  },
}

function withRule() {
  const staged = stage()
  const { world } = staged
  const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'shop' })
  const group = (name: string) => createTargetGroup(world, REGION, { name }).targetGroupArn
  const [legacy, fresh] = [group('legacy'), group('fresh')]
  const { certificateArn } = createCertificate(world, REGION, { domainName: 'shop.test' })
  const { listenerArn } = createListener(world, REGION, {
    loadBalancerArn,
    protocol: 'HTTPS',
    certificateArns: [certificateArn],
    defaultActions: [forward(legacy)],
  })
  const { ruleArn } = createRule(world, REGION, {
    listenerArn,
    priority: 1,
    conditions: [whenHost('shop.test')],
    actions: [oidc, { ...forward(legacy), Order: 2 }],
  })
  addClients(world, {
    name: 'people',
    region: REGION,
    loadBalancerArn,
    port: 443,
    host: 'shop.test',
    path: '/',
    rps: 1,
    swing: 0,
  })
  const shares = () => {
    advanceTo(world, world.now + 1000)
    return world.clients['people']?.routes
  }
  return { ...staged, legacy, fresh, listenerArn, ruleArn, shares }
}

describe('the actions of a rule', () => {
  it('are read as AWS gives them, and move requests when they are replaced', async () => {
    const { aws, ruleArn, listenerArn, legacy, fresh, shares } = withRule()
    const { ClientSecret: _secret, ...told } = oidc.AuthenticateOidcConfig
    const before = (await getRuleActions(aws, ruleArn)).value
    expect(before).toEqual([
      { ...oidc, AuthenticateOidcConfig: told },
      { ...forward(legacy), Order: 2 },
    ])
    const signIn = { ...before[0], AuthenticateOidcConfig: { ...told, UseExistingClientSecret: true } }
    const weights = [
      { TargetGroupArn: legacy, Weight: 75 },
      { TargetGroupArn: fresh, Weight: 25 },
    ]
    const weighted = { Type: 'forward', Order: 2, ForwardConfig: { TargetGroups: weights } }
    const { value, requestId, attempts } = await modifyRule(aws, ruleArn, [signIn, weighted])
    expect(value).toMatchObject([{ Type: 'authenticate-oidc' }, weighted])
    expect(requestId).toMatch(/./)
    expect(attempts).toBe(1)
    expect(shares()).toEqual({ [legacy]: 0.75, [fresh]: 0.25 })
    expect((await listRules(aws, listenerArn))[0]?.conditions).toEqual([
      { field: 'host-header', values: ['shop.test'] },
    ])
    await modifyRule(aws, ruleArn, [signIn, { ...before[1] }])
    expect((await getRuleActions(aws, ruleArn)).value[1]).toEqual(before[1])
    expect(shares()).toEqual({ [legacy]: 1 })
  })

  it('of a default rule are the listener’s', async () => {
    const { aws, listenerArn, legacy, fresh } = withRule()
    const before = (await getListenerActions(aws, listenerArn)).value
    expect(before).toEqual([forward(legacy)])
    const { value } = await modifyListenerActions(aws, listenerArn, [{ ...forward(fresh) }])
    expect(value).toEqual([forward(fresh)])
    await modifyListenerActions(aws, listenerArn, before)
    expect((await getListenerActions(aws, listenerArn)).value).toEqual(before)
    const rules = await listRules(aws, listenerArn)
    const standard = rules.find(({ priority }) => priority === 'default')
    const problem = await problemOf(modifyRule(aws, standard?.arn ?? '', [{ ...forward(fresh) }]))
    expect(problem.facts).toMatchObject({ kind: 'invalid', code: 'OperationNotPermittedException' })
  })

  it('are sent once: without an answer nobody knows whether it was done', async () => {
    const { aws, gate, ruleArn, legacy, shares, fresh } = withRule()
    shares()
    gate.nextFault = { kind: 'reset-after', after: { kind: 'reset' } }
    const signIn = { ...oidc, AuthenticateOidcConfig: { ...oidc.AuthenticateOidcConfig } }
    const problem = await problemOf(
      modifyRule(aws, ruleArn, [signIn, { ...forward({ [legacy]: 0, [fresh]: 1 }), Order: 2 }]),
    )
    expect(problem.facts).toMatchObject({ kind: 'unknown-outcome', attempts: 1 })
    delete gate.nextFault
    expect(shares()).toEqual({ [fresh]: 1 })
  })

  it('of a rule that is gone are not found', async () => {
    const { aws, ruleArn, listenerArn } = withRule()
    expect(await problemOf(getRuleActions(aws, goneArn(ruleArn)))).toMatchObject(missing)
    expect(await problemOf(getListenerActions(aws, goneArn(listenerArn)))).toMatchObject(missing)
    expect(await problemOf(modifyRule(aws, goneArn(ruleArn), []))).toMatchObject(missing)
  })
})

describe('a load balancer', () => {
  it('has attributes, tags and perhaps reserved capacity', async () => {
    const { world, aws } = stage()
    const made = createLoadBalancer(world, REGION, {
      name: 'shop',
      attributes: { 'deletion_protection.enabled': 'true', 'client_keep_alive.seconds': '600' },
      tags: { 'elbv2.k8s.aws/cluster': 'eks' },
    })
    const arn = made.loadBalancerArn
    expect(await getLoadBalancerAttributes(aws, arn)).toEqual({
      deletionProtection: true,
      idleTimeoutSeconds: 60,
      clientKeepAliveSeconds: 600,
    })
    expect(await describeLoadBalancerTags(aws, [arn, arn])).toEqual({
      [arn]: { 'elbv2.k8s.aws/cluster': 'eks' },
    })
    expect(await getCapacityReservation(aws, arn)).toBeUndefined()
    made.capacityReservation = { capacityUnits: 200, lastModifiedAt: world.now }
    expect(await getCapacityReservation(aws, arn)).toEqual({
      units: 200,
      zones: [
        { zone: 'us-east-1a', state: 'provisioned', units: 100 },
        { zone: 'us-east-1b', state: 'provisioned', units: 100 },
      ],
    })
  })

  it('has listeners with certificates, the default one first', async () => {
    const { world, aws } = stage()
    const shop = createCertificate(world, REGION, {
      domainName: 'shop.test',
      alternativeNames: ['*.shop.test'],
    })
    const other = createCertificate(world, REGION, { domainName: 'other.test', type: 'IMPORTED' })
    const iam = 'arn:aws:iam::123456789012:server-certificate/old'
    const { loadBalancerArn } = createLoadBalancer(world, REGION, { name: 'shop' })
    const { listenerArn } = createListener(world, REGION, {
      loadBalancerArn,
      protocol: 'HTTPS',
      certificateArns: [shop.certificateArn, other.certificateArn, iam],
      defaultActions: [],
    })
    const found = await listListenerCertificates(aws, listenerArn)
    expect(found.map(({ arn, isDefault }) => [arn, isDefault])).toEqual([
      [shop.certificateArn, true],
      [other.certificateArn, false],
      [iam, false],
    ])
    expect(found[0]?.certificate).toEqual({
      arn: shop.certificateArn,
      domainName: 'shop.test',
      names: ['shop.test', '*.shop.test'],
      status: 'ISSUED',
      type: 'AMAZON_ISSUED',
      notBefore: START,
      notAfter: shop.notAfter,
      renewalEligibility: 'ELIGIBLE',
      keyAlgorithm: 'RSA_2048',
      inUseBy: [loadBalancerArn],
    })
    expect(found[1]?.certificate).toMatchObject({ type: 'IMPORTED', renewalEligibility: 'INELIGIBLE' })
    expect(found[2]?.certificate).toBeUndefined()
    const gone = shop.certificateArn.replace(/.{4}$/, '0000')
    expect(await problemOf(getCertificate(aws, gone))).toMatchObject(missing)
  })
})

function withLegacy() {
  const staged = stage()
  const { world } = staged
  const { vpcId, subnets } = defaultNetwork(world, REGION)
  const subnetId = subnets[0]?.subnetId ?? ''
  regionOf(world, REGION).subnets[subnetId] = {
    subnetId,
    vpcId,
    availabilityZone: `${REGION}a`,
    base: '10.0.0.0',
    nextHost: 4,
  }
  const { groupId } = createSecurityGroup(world, REGION, {
    groupName: 'web',
    vpcId,
    ingress: [allowTcp(443), allowTcp(22, { groupIds: ['sg-0b'] })],
  })
  const instance = createInstance(world, REGION, {
    subnetId,
    securityGroups: [groupId],
    listening: [{ port: 80, image: 'legacy' }],
    tags: { Name: 'legacy' },
  })
  const address = allocateAddress(world, REGION, { instanceId: instance.instanceId })
  return { ...staged, vpcId, subnetId, groupId, instance, address }
}

describe('what is moved away from', () => {
  it('is a classic load balancer with instances', async () => {
    const { world, aws, instance, vpcId } = withLegacy()
    const made = createClassicLoadBalancer(world, REGION, { name: 'old', instances: [instance.instanceId] })
    const balancer = await getClassicLoadBalancer(aws, 'old')
    expect(balancer).toEqual({
      name: 'old',
      dnsName: made.dnsName,
      canonicalHostedZoneId: 'Z35SXDOTRQ7X7K',
      scheme: 'internet-facing',
      vpcId,
      availabilityZones: ['us-east-1a', 'us-east-1b'],
      securityGroups: [],
      listeners: [{ protocol: 'HTTP', port: 80, instanceProtocol: 'HTTP', instancePort: 80 }],
      instanceIds: [instance.instanceId],
      createdAt: START,
    })
    expect(await listClassicLoadBalancers(aws)).toEqual([balancer])
    const health = {
      instanceId: instance.instanceId,
      state: 'InService',
      reasonCode: 'N/A',
      description: 'N/A',
    }
    expect(await listClassicInstanceHealth(aws, 'old')).toEqual([health])
    setInstanceState(world, REGION, instance.instanceId, 'stopped')
    expect(await listClassicInstanceHealth(aws, 'old')).toMatchObject([
      { state: 'OutOfService', description: 'Instance is in stopped state.' },
    ])
    expect(await getClassicLoadBalancerAttributes(aws, 'old')).toEqual({
      idleTimeoutSeconds: 60,
      drainingSeconds: 300,
    })
    made.attributes.connectionDraining = false
    expect(await getClassicLoadBalancerAttributes(aws, 'old')).toEqual({ idleTimeoutSeconds: 60 })
    expect(await problemOf(getClassicLoadBalancer(aws, 'new'))).toMatchObject(missing)
  })

  it('is an address of an instance; what does not exist is left out', async () => {
    const { aws, instance, address, groupId, subnetId, vpcId } = withLegacy()
    expect(await findAddresses(aws, [address.publicIp, '192.0.2.1'])).toEqual([
      {
        publicIp: address.publicIp,
        allocationId: address.allocationId,
        instanceId: instance.instanceId,
        networkInterfaceId: address.association?.networkInterfaceId,
        privateIp: instance.privateIp,
        tags: {},
      },
    ])
    expect(await findInstances(aws, [instance.instanceId, 'i-0fffffffffffffff0'])).toEqual([
      {
        id: instance.instanceId,
        state: 'running',
        instanceType: 'm5.large',
        privateIp: instance.privateIp,
        publicIp: address.publicIp,
        availabilityZone: 'us-east-1a',
        subnetId,
        vpcId,
        securityGroups: [groupId],
        launchedAt: START,
        tags: { Name: 'legacy' },
      },
    ])
    const everybody = { ipv4: ['0.0.0.0/0'], ipv6: [], groupIds: [], prefixListIds: [] }
    expect(await findSecurityGroups(aws, [groupId, 'sg-0fffffff'])).toEqual([
      {
        id: groupId,
        name: 'web',
        vpcId,
        inbound: [
          { protocol: 'tcp', fromPort: 443, toPort: 443, ...everybody },
          { protocol: 'tcp', fromPort: 22, toPort: 22, ...everybody, ipv4: [], groupIds: ['sg-0b'] },
        ],
      },
    ])
    expect(await findSubnets(aws, [subnetId, 'subnet-0'])).toEqual([
      {
        id: subnetId,
        vpcId,
        availabilityZone: 'us-east-1a',
        cidr: '10.0.0.0/18',
        availableAddresses: 16_378,
      },
    ])
  })
})

describe('alarms', () => {
  it('are listed, and described by name in hundreds; unknown names are left out', async () => {
    const { world, aws } = stage()
    const metric = { namespace: 'AWS/ApplicationELB', metricName: 'RequestCount', threshold: 1 }
    const names = Array.from({ length: 120 }, (_, n) => `alarm-${String(n).padStart(3, '0')}`)
    for (const name of names) createAlarm(world, REGION, { name, ...metric })
    setAlarmState(world, REGION, 'alarm-007', { state: 'ALARM', reason: 'Threshold crossed' })
    expect((await listAlarms(aws)).map(({ name }) => name)).toEqual(names)
    expect(await describeAlarms(aws, names)).toHaveLength(120)
    expect(await describeAlarms(aws, ['alarm-007', 'nobody'])).toEqual([
      {
        name: 'alarm-007',
        arn: 'arn:aws:cloudwatch:us-east-1:123456789012:alarm:alarm-007',
        kind: 'metric',
        state: 'ALARM',
        stateReason: 'Threshold crossed',
        stateUpdatedAt: START,
      },
    ])
    expect(await describeAlarms(aws, [])).toEqual([])
  })
})

/** What is found of the deployment groups that the test below makes. */
const foundGroup = (name: string) => ({
  application: 'shop',
  name,
  ecsServices: [{ cluster: 'main', service: name }],
  targetGroupNames: ['blue', 'green'],
  listenerArns: [`${name}-443`, `${name}-8443`],
})

describe('who else changes a service and its listeners', () => {
  it('is ECS itself, and alarms that end a deployment', async () => {
    const { world, aws } = stage()
    const made = webService(world, {})
    const rule = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule/app/x/1/2/3'
    const [first] = made.loadBalancers
    if (first) first.advancedConfiguration = { productionListenerRule: rule } as never
    const before = await getService(aws, 'main', 'web')
    expect(before.loadBalancers).toMatchObject([{ managedRuleArns: [rule] }])
    expect(before.deploymentAlarms).toBeUndefined()
    made.deploymentConfiguration.alarms = { alarmNames: ['web-5xx'], enable: true, rollback: false }
    expect((await getService(aws, 'main', 'web')).deploymentAlarms).toEqual({
      enable: true,
      rollback: false,
      names: ['web-5xx'],
    })
  })

  it('is Application Auto Scaling', async () => {
    const { world, aws } = stage()
    const limits = { cluster: 'main', minCapacity: 2, maxCapacity: 10 }
    registerScalableTarget(world, REGION, { ...limits, service: 'web' })
    registerScalableTarget(world, REGION, {
      ...limits,
      service: 'held',
      suspended: { scaleIn: true, scaleOut: true, scheduled: false },
    })
    expect(await findScalableTarget(aws, 'main', 'web')).toEqual({
      resourceId: 'service/main/web',
      minCapacity: 2,
      maxCapacity: 10,
      suspended: false,
    })
    expect(await findScalableTarget(aws, 'main', 'held')).toMatchObject({ suspended: true })
    expect(await findScalableTarget(aws, 'main', 'other')).toBeUndefined()
  })

  it('is CodeDeploy, whatever the application is called', async () => {
    const { world, aws } = stage()
    const group = (application: string, name: string) =>
      createDeploymentGroup(world, REGION, {
        application,
        name,
        ecsServices: [{ clusterName: 'main', serviceName: name }],
        targetGroupNames: ['blue', 'green'],
        productionListenerArns: [`${name}-443`],
        testListenerArns: [`${name}-8443`],
      })
    expect(await listEcsDeploymentGroups(aws)).toEqual([])
    group('shop', 'web')
    group('shop', 'api')
    group('lambda', 'function')
    const lambda = regionOf(world, REGION).codeDeployApplications['lambda']
    if (lambda) lambda.computePlatform = 'Lambda'
    expect(await listEcsDeploymentGroups(aws)).toEqual([foundGroup('web'), foundGroup('api')])
  })
})
