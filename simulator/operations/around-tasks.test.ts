/** What task definitions name, through the real SDK: roles, images, secrets, parameters, schedules. */
import {
  BatchGetImageCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
} from '@aws-sdk/client-ecr'
import { GetRoleCommand, IAMClient, ListRolesCommand } from '@aws-sdk/client-iam'
import { GetScheduleCommand, ListSchedulesCommand, SchedulerClient } from '@aws-sdk/client-scheduler'
import {
  DescribeSecretCommand,
  ListSecretsCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager'
import { DescribeParametersCommand, SSMClient } from '@aws-sdk/client-ssm'
import { describe, expect, it } from 'vitest'
import { SdkHandler } from '../adapters/sdk-handler.ts'
import { createSimulator } from '../simulator.ts'

const simulator = createSimulator({ scenario: 'demo', realNow: () => Date.UTC(2026, 10, 20, 6) })
const config = {
  region: 'ap-northeast-2',
  credentials: simulator.control.load({ scenario: 'demo', seed: 1 }),
  requestHandler: new SdkHandler(simulator.handle),
  maxAttempts: 1,
}

describe('IAM', () => {
  const iam = new IAMClient(config)

  it('lists roles in pages, and says who may take one', async () => {
    const first = await iam.send(new ListRolesCommand({ MaxItems: 2 }))
    expect(first).toMatchObject({ IsTruncated: true, Roles: [{ RoleName: 'admin-task' }, {}] })
    const rest = await iam.send(new ListRolesCommand({ Marker: first.Marker }))
    expect(rest.Roles?.map(({ RoleName }) => RoleName)).toContain('ecsTaskExecutionRole')
    expect(rest.IsTruncated).toBe(false)
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'report-runner' }))
    expect(Role?.Arn).toBe('arn:aws:iam::123456789012:role/service-role/report-runner')
    expect(JSON.parse(decodeURIComponent(Role?.AssumeRolePolicyDocument ?? ''))).toMatchObject({
      Statement: [{ Principal: { Service: ['scheduler.amazonaws.com', 'ecs-tasks.amazonaws.com'] } }],
    })
  })

  it('refuses what it does not know', async () => {
    await expect(iam.send(new GetRoleCommand({ RoleName: 'constructor' }))).rejects.toMatchObject({
      name: 'NoSuchEntityException',
    })
    await expect(iam.send(new ListRolesCommand({ Marker: 'x' }))).rejects.toThrow('marker')
  })
})

describe('ECR', () => {
  const ecr = new ECRClient(config)
  const repositoryName = 'newsletter'

  it('lists repositories and images in pages', async () => {
    const { repositories = [], nextToken } = await ecr.send(
      new DescribeRepositoriesCommand({ maxResults: 1 }),
    )
    expect(repositories[0]).toMatchObject({
      repositoryName: 'commerce/checkout',
      repositoryUri: '123456789012.dkr.ecr.ap-northeast-2.amazonaws.com/commerce/checkout',
    })
    expect(nextToken).toBeDefined()
    const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName }))
    expect(imageDetails.map(({ imageTags }) => imageTags?.[0])).toEqual(['4.0.0', '4.0.1', '4.1.0', '4.2.0'])
    const imageTag = '4.1.0'
    const one = await ecr.send(new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag }] }))
    expect(one.imageDetails).toEqual([imageDetails[2]])
  })

  it('gives the index to who takes one, else the manifest of one image', async () => {
    const get = new BatchGetImageCommand({
      repositoryName,
      imageIds: [{ imageTag: '4.2.0' }, { imageTag: 'x' }],
    })
    const { images, failures } = await ecr.send(get)
    expect(JSON.parse(images?.[0]?.imageManifest ?? '')).not.toHaveProperty('manifests')
    expect(failures).toMatchObject([{ failureCode: 'ImageNotFound', imageId: { imageTag: 'x' } }])
    const acceptedMediaTypes = ['application/vnd.oci.image.index.v1+json']
    const index = await ecr.send(
      new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: '4.2.0' }], acceptedMediaTypes }),
    )
    const { manifests } = JSON.parse(index.images?.[0]?.imageManifest ?? '') as {
      manifests: { digest: string; platform: object }[]
    }
    expect(manifests.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64' },
    ])
    const part = manifests[1]?.digest
    const byDigest = await ecr.send(
      new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest: part }], acceptedMediaTypes }),
    )
    expect(byDigest.images?.[0]?.imageId?.imageDigest).toBe(part)
  })

  it.each([
    ['RepositoryNotFoundException', new DescribeImagesCommand({ repositoryName: 'none' })],
    ['RepositoryNotFoundException', new DescribeRepositoriesCommand({ repositoryNames: ['none'] })],
    ['ImageNotFoundException', new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'x' }] })],
    ['InvalidParameterException', new DescribeImagesCommand({ repositoryName, nextToken: 'x' })],
    ['InvalidParameterException', new DescribeRepositoriesCommand({ nextToken: 'x' })],
  ])('refuses with %s', async (name, command) => {
    await expect(ecr.send(command as never)).rejects.toMatchObject({ name })
  })
})

describe('secrets and parameters', () => {
  const secrets = new SecretsManagerClient(config)
  const ssm = new SSMClient(config)

  it('are told by name; a deleted secret only to who asks for it', async () => {
    const { SecretList } = await secrets.send(new ListSecretsCommand({}))
    expect(SecretList?.map(({ Name }) => Name)).toEqual(['commerce/mariadb', 'platform/smtp'])
    const arn = SecretList?.[0]?.ARN ?? ''
    expect(arn).toMatch(/:secret:commerce\/mariadb-[A-Za-z]{6}$/)
    for (const SecretId of [arn, arn.slice(0, -7), 'commerce/mariadb'])
      expect((await secrets.send(new DescribeSecretCommand({ SecretId }))).ARN).toBe(arn)
    const old = await secrets.send(new DescribeSecretCommand({ SecretId: 'newsletter/old' }))
    expect(old.DeletedDate).toBeInstanceOf(Date)
    const all = await secrets.send(new ListSecretsCommand({ IncludePlannedDeletion: true }))
    expect(all.SecretList).toHaveLength(3)
  })

  it('are filtered by name', async () => {
    const find = async (Option: string, value: string) => {
      const ParameterFilters = [{ Key: 'Name', Option, Values: [value] }]
      const { Parameters } = await ssm.send(new DescribeParametersCommand({ ParameterFilters }))
      return Parameters?.map(({ Name }) => Name)
    }
    expect(await find('Equals', 'feature-flags')).toEqual(['feature-flags'])
    expect(await find('BeginsWith', '/platform')).toEqual(['/platform/api/token'])
    expect(await find('Contains', 'send')).toEqual(['/newsletter/sender'])
    const { Parameters } = await ssm.send(new DescribeParametersCommand({}))
    expect(Parameters?.map(({ ARN }) => ARN?.split(':').at(-1))).toEqual([
      'parameter/newsletter/sender',
      'parameter/platform/api/token',
      'parameter/feature-flags',
    ])
  })

  it('refuse what they do not know', async () => {
    const filter = (Key: string, Option: string) =>
      ssm.send(new DescribeParametersCommand({ ParameterFilters: [{ Key, Option, Values: ['a'] }] }))
    await expect(filter('Type', 'Equals')).rejects.toMatchObject({ name: 'InvalidFilterKey' })
    await expect(filter('Name', 'Recursive')).rejects.toMatchObject({ name: 'InvalidFilterOption' })
    await expect(ssm.send(new DescribeParametersCommand({ MaxResults: 51 }))).rejects.toThrow('token')
    await expect(secrets.send(new ListSecretsCommand({ NextToken: 'x' }))).rejects.toThrow('NextToken')
    await expect(secrets.send(new DescribeSecretCommand({ SecretId: 'x' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    })
  })
})

describe('EventBridge Scheduler', () => {
  const scheduler = new SchedulerClient(config)

  it('lists schedules by name, group and state; the task definition is in each', async () => {
    const { Schedules = [] } = await scheduler.send(new ListSchedulesCommand({}))
    expect(Schedules.map(({ Name }) => Name)).toEqual([
      'nightly-sales-report',
      'rotate-logs',
      'weekly-newsletter',
    ])
    const off = await scheduler.send(new ListSchedulesCommand({ State: 'DISABLED', NamePrefix: 'week' }))
    expect(off.Schedules).toMatchObject([
      { Name: 'weekly-newsletter', CreationDate: expect.any(Date) as Date },
    ])
    const other = await scheduler.send(new ListSchedulesCommand({ GroupName: 'other' }))
    expect(other.Schedules).toEqual([])
    const one = await scheduler.send(new GetScheduleCommand({ Name: 'nightly-sales-report' }))
    expect(one.Target?.EcsParameters?.TaskDefinitionArn).toMatch(/:task-definition\/sales-report$/)
    const call = await scheduler.send(new GetScheduleCommand({ Name: 'rotate-logs', GroupName: 'default' }))
    expect(call.Target?.EcsParameters).toBeUndefined()
  })

  it('goes on where a page ended', async () => {
    const first = await scheduler.send(new ListSchedulesCommand({ MaxResults: 1 }))
    const rest = await scheduler.send(new ListSchedulesCommand({ NextToken: first.NextToken }))
    expect(rest.Schedules?.map(({ Name }) => Name)).toEqual(['rotate-logs', 'weekly-newsletter'])
  })

  it('refuses what it does not know', async () => {
    await expect(scheduler.send(new GetScheduleCommand({ Name: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      $metadata: { httpStatusCode: 404 },
    })
    await expect(scheduler.send(new ListSchedulesCommand({ NextToken: 'x' }))).rejects.toMatchObject({
      name: 'ValidationException',
    })
  })
})
