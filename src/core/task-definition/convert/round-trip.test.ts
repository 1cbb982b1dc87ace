/** What a definition is turned into says the same definition, read back by code that did not write it. */
import { execFileSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { canonical } from '../canonical.ts'
import { clean } from '../clean/clean.ts'
import type { Definition } from '../definition.ts'
import { definitions } from '../testing/definitions.ts'
import { readHcl } from '../testing/hcl-reader.ts'
import { toCdk } from './to-cdk.ts'
import { toCli } from './to-cli.ts'
import { toCloudFormation } from './to-cloudformation.ts'
import { toTerraform } from './to-terraform.ts'

const runs = { numRuns: 60 }

const sample: Definition = {
  family: 'web-api',
  networkMode: 'awsvpc',
  requiresCompatibilities: ['FARGATE'],
  cpu: '256',
  memory: '512',
  executionRoleArn: 'arn:aws:iam::123456789012:role/ecsTaskExecutionRole',
  containerDefinitions: [
    {
      name: 'web-1',
      image: 'nginx:1',
      portMappings: [{ containerPort: 80, protocol: 'tcp', appProtocol: 'http' }],
      environment: [{ name: 'A', value: "it's ${B}" }],
      healthCheck: { command: ['CMD', 'true'], interval: 10 },
      dependsOn: [{ containerName: 'db', condition: 'START' }],
      mountPoints: [{ sourceVolume: 'data', containerPath: '/data' }],
    },
    {
      name: 'db',
      image: 'postgres:16',
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/a' } },
    },
  ],
  volumes: [{ name: 'data' }],
  tags: [{ key: 'team', value: 'a' }],
}

/** `Properties` of the one resource. */
function propertiesOf(template: unknown): unknown {
  const { Resources } = template as { Resources: Record<string, { Properties: unknown }> }
  return Object.values(Resources)[0]?.Properties
}

describe('to CloudFormation', () => {
  it('reads back as the same template in JSON and in YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const json: unknown = JSON.parse(toCloudFormation(definition, 'json').output ?? '')
        const yaml = toCloudFormation(definition, 'yaml').output ?? ''
        expect(parse(yaml, { version: '1.1' })).toEqual(json)
        expect(parse(yaml)).toEqual(json)
      }),
      runs,
    )
  })

  it('reads back as the same definition', () => {
    for (const format of ['yaml', 'json'] as const) {
      const { text, kind } = clean(toCloudFormation(sample, format).output ?? '')
      expect(kind).toBe('cloudformation')
      expect(canonical(JSON.parse(text) as Definition)).toEqual(canonical(sample))
    }
  })

  it('calls members as the resource does, and leaves keys of maps alone', () => {
    const { output = '' } = toCloudFormation(
      {
        containerDefinitions: [
          { name: 'a', dockerLabels: { iam: 'x' }, logConfiguration: { options: { name: 'y' } } },
        ],
        volumes: [
          {
            efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
            fsxWindowsFileServerVolumeConfiguration: { fileSystemId: 'fs-2' },
            s3filesVolumeConfiguration: { fileSystemArn: 'arn' },
          },
        ],
        proxyConfiguration: { properties: [{ name: 'a', value: 'b' }] },
      },
      'json',
    )
    expect(propertiesOf(JSON.parse(output))).toEqual({
      ContainerDefinitions: [
        { Name: 'a', DockerLabels: { iam: 'x' }, LogConfiguration: { Options: { name: 'y' } } },
      ],
      Volumes: [
        {
          EFSVolumeConfiguration: { FilesystemId: 'fs-1', AuthorizationConfig: { IAM: 'ENABLED' } },
          FSxWindowsFileServerVolumeConfiguration: { FileSystemId: 'fs-2' },
          S3FilesVolumeConfiguration: { FileSystemArn: 'arn' },
        },
      ],
      ProxyConfiguration: { ProxyConfigurationProperties: [{ Name: 'a', Value: 'b' }] },
    })
  })

  it('says when CloudFormation would put a value in place', () => {
    const container = { environment: [{ name: 'A', value: '{{resolve:ssm:/a}}' }] }
    expect(toCloudFormation({ containerDefinitions: [container] }, 'yaml').notes).toHaveLength(1)
  })
})

describe('to Terraform', () => {
  it('holds the same containers in jsonencode', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const read = readHcl(toTerraform(definition).output ?? '')
        expect(read.attributes['container_definitions']).toEqual(definition.containerDefinitions)
        expect(read.attributes['family']).toBe(definition.family)
        expect(
          read.blocks.filter(({ name }) => name === 'volume').map(({ attributes }) => attributes['name']),
        ).toEqual((definition.volumes ?? []).map((volume) => volume.name))
      }),
      runs,
    )
  })

  it('writes what is no container in attributes and blocks', () => {
    const { output = '', notes } = toTerraform({
      ...sample,
      executionRoleArn: 'ecsTaskExecutionRole',
      ephemeralStorage: { sizeInGiB: 30 },
      runtimePlatform: { cpuArchitecture: 'ARM64' },
      volumes: [
        {
          name: 'd',
          efsVolumeConfiguration: { fileSystemId: 'fs-1', authorizationConfig: { iam: 'ENABLED' } },
        },
      ],
    })
    const { attributes, blocks } = readHcl(output)
    expect(attributes).toMatchObject({ cpu: '256', network_mode: 'awsvpc', tags: { team: 'a' } })
    expect(blocks).toMatchObject([
      { name: 'runtime_platform', attributes: { cpu_architecture: 'ARM64' } },
      { name: 'ephemeral_storage', attributes: { size_in_gib: 30 } },
      {
        name: 'volume',
        attributes: { name: 'd' },
        blocks: [
          {
            name: 'efs_volume_configuration',
            attributes: { file_system_id: 'fs-1' },
            blocks: [{ name: 'authorization_config', attributes: { iam: 'ENABLED' } }],
          },
        ],
      },
    ])
    expect(notes.map(({ at }) => at)).toEqual(['executionRoleArn'])
  })
})

describe('to the CLI', () => {
  it('is one argument for a shell, whatever the texts are', () => {
    const drawn = fc.sample(definitions, { numRuns: 15, seed: 7 })
    for (const definition of drawn) {
      const script = `aws() { printf '%s' "$6"; }\n${toCli(definition).output ?? ''}`
      const input = execFileSync('sh', ['-c', script], { encoding: 'utf8' })
      expect(JSON.parse(input)).toEqual(JSON.parse(JSON.stringify(definition)))
    }
  })
})

describe('to the CDK', () => {
  it('uses the second level where it can say all of it', () => {
    const { output = '', notes } = toCdk(sample)
    expect(notes.map(({ at }) => at)).toEqual(['taskRole'])
    expect(output).toContain("new ecs.FargateTaskDefinition(this, 'WebApi', {")
    expect(output).toContain("const db = task.addContainer('db', {")
    expect(output).toContain('web1.addContainerDependencies({')
    expect(output).toContain("Tags.of(task).add('team', 'a')")
    expect(output).toContain("A: 'it\\'s ${B}',")
  })

  it('uses CfnTaskDefinition for the rest, with the whole definition in it', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const odd = { ...definition, requiresCompatibilities: ['EXTERNAL'] }
        const { output = '', notes } = toCdk(odd)
        expect(notes[0]?.at).toBe('CfnTaskDefinition')
        const [, literal] =
          /new ecs\.CfnTaskDefinition\(this, '\w+', ([\s\S]*)\)\n {2}\}\n\}\n$/.exec(output) ?? []
        const value: unknown = evaluated(literal ?? '')
        expect(value).toMatchObject({ requiresCompatibilities: ['EXTERNAL'] })
        expect((value as Definition).containerDefinitions).toEqual(odd.containerDefinitions)
      }),
      { numRuns: 30 },
    )
  })
})

/** The literal as JavaScript reads it. */
function evaluated(literal: string): unknown {
  return JSON.parse(String(runInNewContext(`JSON.stringify(${literal})`)))
}
