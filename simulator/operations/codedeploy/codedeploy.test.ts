import {
  BatchGetDeploymentGroupsCommand,
  CodeDeployClient,
  ListApplicationsCommand,
  ListDeploymentGroupsCommand,
} from '@aws-sdk/client-codedeploy'
import { expect, test } from 'vitest'
import { SdkHandler } from '../../adapters/sdk-handler.ts'
import { createDispatch } from '../../dispatch.ts'
import { createDeploymentGroup } from '../../engine/deployment-groups.ts'
import { REGION, testingWorld } from '../../engine/elb/testing-world.ts'
import { openGate } from '../../open-gate.ts'
import { codedeploy } from './registry.ts'

const listener = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/x/1/2'

/** The application `shop` with `count` deployment groups `group-0`, `group-1`, …, and the application `other`. */
function start(count = 1) {
  const world = testingWorld()
  const group = (application: string, name: string) =>
    createDeploymentGroup(world, REGION, {
      application,
      name,
      ecsServices: [{ clusterName: 'main', serviceName: 'web' }],
      targetGroupNames: ['blue', 'green'],
      productionListenerArns: [listener],
    })
  for (let n = 0; n < count; n += 1) group('shop', `group-${n}`)
  group('other', 'group')
  return new CodeDeployClient({
    region: REGION,
    credentials: { accessKeyId: 'AKIDTEST', secretAccessKey: 's' },
    requestHandler: new SdkHandler(createDispatch({ gate: openGate(world), services: [codedeploy] })),
    maxAttempts: 1,
  })
}

test('lists applications and their groups, in pages', async () => {
  const client = start(101)
  const { applications } = await client.send(new ListApplicationsCommand({}))
  expect(applications).toEqual(['shop', 'other'])
  const first = await client.send(new ListDeploymentGroupsCommand({ applicationName: 'shop' }))
  expect(first.deploymentGroups).toHaveLength(100)
  const second = await client.send(
    new ListDeploymentGroupsCommand({ applicationName: 'shop', nextToken: first.nextToken }),
  )
  expect(second).toMatchObject({ applicationName: 'shop', deploymentGroups: ['group-100'] })
  expect(second.nextToken).toBeUndefined()
})

test('describes the listeners of an ECS deployment group, and says what is missing', async () => {
  const answer = await start().send(
    new BatchGetDeploymentGroupsCommand({
      applicationName: 'shop',
      deploymentGroupNames: ['group-0', 'none'],
    }),
  )
  expect(answer.deploymentGroupsInfo).toEqual([
    expect.objectContaining({
      applicationName: 'shop',
      deploymentGroupName: 'group-0',
      computePlatform: 'ECS',
      ecsServices: [{ clusterName: 'main', serviceName: 'web' }],
      loadBalancerInfo: {
        targetGroupPairInfoList: [
          {
            targetGroups: [{ name: 'blue' }, { name: 'green' }],
            prodTrafficRoute: { listenerArns: [listener] },
          },
        ],
      },
    }),
  ])
  expect(answer.errorMessage).toContain('none')
})

test.each([
  ['ApplicationDoesNotExistException', new ListDeploymentGroupsCommand({ applicationName: 'x' })],
  [
    'BatchLimitExceededException',
    new BatchGetDeploymentGroupsCommand({
      applicationName: 'shop',
      deploymentGroupNames: Array.from({ length: 101 }, (_, n) => `group-${n}`),
    }),
  ],
  ['InvalidNextTokenException', new ListApplicationsCommand({ nextToken: 'x' })],
  ['InvalidNextTokenException', new ListDeploymentGroupsCommand({ applicationName: 'shop', nextToken: 'x' })],
])('refuses with %s', async (name, command) => {
  await expect(start().send(command as never)).rejects.toMatchObject({ name })
})
