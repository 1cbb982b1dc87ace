import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { Definition } from '../definition.ts'
import type { Answers, Conversion } from './conversion.ts'
import { fromDockerrun } from './from-dockerrun.ts'

const from = (value: unknown, answers: Answers = {}): Conversion<Definition> =>
  fromDockerrun({ dockerrun: JSON.stringify(value, null, 2) }, { launchType: 'EC2', ...answers })

const places = ({ notes }: Conversion<unknown>): string[] => notes.map(({ kind, at }) => `${kind} ${at}`)

const two = (container: object, rest: object = {}): object => ({
  AWSEBDockerrunVersion: 2,
  containerDefinitions: [{ name: 'web', image: 'nginx', memory: 128, ...container }],
  ...rest,
})

describe('version 1', () => {
  const one = {
    AWSEBDockerrunVersion: '1',
    Image: { Name: 'janedoe/image:2', Update: 'true' },
    Ports: [{ ContainerPort: '8080', HostPort: '80' }, { ContainerPort: 9090 }],
    Volumes: [
      { HostDirectory: '/var/app/current/a', ContainerDirectory: '/a' },
      { HostDirectory: '/b', ContainerDirectory: '/b' },
    ],
    Logging: '/var/log/nginx',
    Entrypoint: '/bin/app',
    Command: '--port "80 80"',
    Authentication: { Bucket: 'b', Key: 'k' },
    Extra: 1,
  }

  it('becomes one container', () => {
    const { output } = from(one, { hostPorts: 'static' })
    expect(output?.family).toBe('image')
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      name: 'image',
      image: 'janedoe/image:2',
      portMappings: [
        { containerPort: 8080, hostPort: 80 },
        { containerPort: 9090, hostPort: 9090 },
      ],
      entryPoint: ['/bin/app'],
      command: ['--port', '80 80'],
      mountPoints: [{ sourceVolume: 'b', containerPath: '/b' }],
    })
    expect(output?.volumes).toEqual([{ name: 'b', host: { sourcePath: '/b' } }])
  })

  it('says what it has no place for', () => {
    expect(places(from(one))).toEqual(
      expect.arrayContaining([
        'lost Extra',
        'advice Image.Update',
        'lost Logging',
        'advice Ports[1]',
        'lost volumes.current-a',
        'lost authentication',
      ]),
    )
  })
})

describe('what is not written as it should be', () => {
  it('is read where no doubt is left, and the reading told', () => {
    const dockerrun =
      '\uFEFF{ "AWSEBDockerrunVersion": "2", "containerDefinitions": [{ "name": "web", "image": {{image}},\r\n "memory": <MEMORY>, "essential": "true", "environment": [{ "name": "PORT", "value": 8080 }], }] }'
    const conversion = fromDockerrun({ dockerrun }, { launchType: 'EC2' })
    expect(conversion.output?.containerDefinitions?.[0]).toMatchObject({
      image: '{{image}}',
      essential: true,
      environment: [{ name: 'PORT', value: '8080' }],
    })
    expect(places(conversion).filter((place) => place === 'changed ')).toHaveLength(5)
    expect(places(conversion)).toContain('changed containerDefinitions[0].environment[0].value')
  })

  it.each([
    ['Image', 'nginx'],
    ['Ports', { ContainerPort: 80 }],
    ['Volumes', '/a:/b'],
    ['Command', { run: 1 }],
  ])('is refused where it would be lost: %s', (member, value) => {
    const conversion = from({ AWSEBDockerrunVersion: 1, Image: { Name: 'nginx' }, [member]: value })
    expect(conversion.problems).toMatchObject([{ line: member === 'Image' ? 3 : 6 }])
  })
})

describe('version 2', () => {
  it.each<[string, object, string]>([
    ['a member that ECS does not know', two({ host: 'x' }), 'lost containerDefinitions[0].host'],
    [
      'a network mode, which Elastic Beanstalk passes over',
      two({}, { networkMode: 'awsvpc' }),
      'lost networkMode',
    ],
    ['a member at the top', two({}, { other: 1 }), 'lost other'],
    ['a number as text', two({ memory: '128' }), 'changed containerDefinitions[0].memory'],
    ['a placeholder for a number', two({ memory: '<MEMORY>' }), 'lost containerDefinitions[0].memory'],
    [
      'a volume of logs',
      two({ mountPoints: [{ sourceVolume: 'awseb-logs-web', containerPath: '/l' }] }),
      'changed web.mountPoints',
    ],
    [
      'files of the bundle',
      two({}, { volumes: [{ name: 'a', host: { sourcePath: '/var/app/current/a' } }] }),
      'lost volumes.a',
    ],
    ['a password', two({}, { authentication: { bucket: 'b', key: 'k' } }), 'lost authentication'],
    ['a name that AWS refuses', two({ name: 'my web' }), 'changed my web'],
  ])('says something of %s', (_, value, place) => {
    expect(places(from(value))).toContain(place)
  })

  it('asks for what the file does not have', () => {
    const ids = from(two({}), { launchType: 'FARGATE' }).questions.map(({ id }) => id)
    expect(ids).toEqual([
      'family',
      'launchType',
      'cpu',
      'memory',
      'logs',
      'logGroup',
      'region',
      'executionRoleArn',
      'taskRoleArn',
      'environmentProperties',
    ])
  })

  it('puts answers where they belong', () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:registry'
    const { output } = from(two({ environment: [{ name: 'A', value: 'own' }] }, { authentication: {} }), {
      launchType: 'FARGATE',
      environmentProperties: 'A=1\n\nB=2=3',
      family: 'shop',
      cpu: '512',
      memory: '2048',
      region: 'ap-northeast-2',
      repositoryCredentials: arn,
      executionRoleArn: 'arn:aws:iam::123456789012:role/e',
      taskRoleArn: 'arn:aws:iam::123456789012:role/t',
    })
    expect(output).toMatchObject({
      family: 'shop',
      cpu: '512',
      memory: '2048',
      taskRoleArn: 'arn:aws:iam::123456789012:role/t',
    })
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      environment: [
        { name: 'A', value: 'own' },
        { name: 'B', value: '2=3' },
      ],
      repositoryCredentials: { credentialsParameter: arn },
      logConfiguration: { options: { 'awslogs-group': '/ecs/shop', 'awslogs-region': 'ap-northeast-2' } },
    })
  })

  it('links to containers of the file alone, and says which it leaves out', () => {
    const conversion = from(two({ links: ['gone:db', 'web'] }))
    expect(conversion.output?.containerDefinitions?.[0]?.links).toBeUndefined()
    expect(places(conversion)).toContain('lost web.links')
  })

  it('asks which container is essential when none is', () => {
    const value = {
      AWSEBDockerrunVersion: 2,
      containerDefinitions: ['a', 'b'].map((name) => ({ name, image: name, memory: 8, essential: false })),
    }
    const essential = (answers: Answers): unknown =>
      from(value, answers).output?.containerDefinitions?.map((container) => container.essential)
    expect(essential({})).toEqual([true, false])
    expect(essential({ essential: 'b' })).toEqual([false, true])
  })

  it('leaves out what Fargate has not, and says so', () => {
    const { output, notes } = from(
      two({
        privileged: true,
        stopTimeout: 300,
        linuxParameters: { devices: [{ hostPath: '/dev/a' }], capabilities: { add: ['NET_ADMIN'] } },
        logConfiguration: { logDriver: 'syslog' },
      }),
      { launchType: 'FARGATE' },
    )
    expect(output?.containerDefinitions?.[0]).not.toHaveProperty('privileged')
    expect(output?.containerDefinitions?.[0]).not.toHaveProperty('linuxParameters')
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      stopTimeout: 120,
      logConfiguration: { logDriver: 'awslogs' },
    })
    expect(notes.map(({ at }) => at)).toEqual(
      expect.arrayContaining([
        'web.privileged',
        'web.linuxParameters',
        'web.linuxParameters.capabilities',
        'web.stopTimeout',
        'web.logConfiguration',
      ]),
    )
  })
})

describe('version 3', () => {
  const dockerrun = '{"AWSEBDockerrunVersion": "3", "authentication": {"bucket": "b", "key": "k"}}'
  const compose = 'services:\n  web: {image: web, volumes: ["${EB_LOG_BASE_DIR}/web:/log"]}\n'

  it('is its docker-compose.yml', () => {
    const { output, questions } = fromDockerrun({ dockerrun, compose }, { launchType: 'EC2' })
    expect(output?.volumes?.[0]?.host?.sourcePath).toBe('/var/log/eb-docker/containers/web')
    expect(questions.map(({ id }) => id)).toContain('repositoryCredentials')
  })

  it('is refused without it', () => {
    expect(fromDockerrun({ dockerrun }).problems[0]).toMatchObject({ line: 1, column: 27 })
  })
})

describe('what is no Dockerrun.aws.json', () => {
  it.each([
    ['', 1, 1],
    ['[]', 1, 1],
    ['{"a": 1}', 1, 1],
    ['{\n  "AWSEBDockerrunVersion": 4\n}', 2, 28],
    ['{"AWSEBDockerrunVersion": 2,\n "containerDefinitions": {}}', 2, 26],
    ['{"AWSEBDockerrunVersion": 1, "Ports": [{"ContainerPort": "x"}]}', 1, 40],
    ['{"AWSEBDockerrunVersion": 1, "Volumes": [{}]}', 1, 42],
  ])('%j is refused', (dockerrun, line, column) => {
    const { output, problems } = fromDockerrun({ dockerrun })
    expect(output).toBeUndefined()
    expect(problems[0]).toMatchObject({ line, column })
    expect(translate('ko', problems[0]?.message ?? { en: '', ko: '' })).toMatch(/[가-힣]/)
  })
})
