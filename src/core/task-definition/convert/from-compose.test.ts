import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { ContainerDefinition, Definition } from '../definition.ts'
import type { Answers, Conversion } from './conversion.ts'
import { fromCompose } from './from-compose.ts'
import { serviceMembers } from './service/read-service.ts'

const one = (members: string, answers: Answers = {}): Conversion<Definition> =>
  fromCompose(
    { compose: `services:\n  web:\n    image: nginx\n${members.replace(/^/gm, '    ')}\n` },
    answers,
  )

const web = (members: string, answers: Answers = {}): ContainerDefinition =>
  one(members, { launchType: 'EC2', ...answers }).output?.containerDefinitions?.[0] ?? {}

const said = ({ notes, problems }: Conversion<unknown>): string[] => [
  ...notes.map(({ kind, at, message }) => `${kind} ${at}: ${translate('en', message)}`),
  ...problems.map(({ line, column, message }) => `${line}:${column} ${translate('en', message)}`),
]

const regionOf = (image: string): string | undefined =>
  fromCompose({ compose: `services: {a: {image: "${image}"}}`, region: 'eu-west-1' }).questions.find(
    ({ id }) => id === 'region',
  )?.suggested

describe('members of a service', () => {
  it.each<[string, ContainerDefinition]>([
    ['command: npm run "a b"', { command: ['npm', 'run', 'a b'] }],
    ['command: [npm, start]', { command: ['npm', 'start'] }],
    ['entrypoint: /run.sh -x', { entryPoint: ['/run.sh', '-x'] }],
    [
      'environment: {A: 1, B: yes, C: "x=y"}',
      {
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: 'yes' },
          { name: 'C', value: 'x=y' },
        ],
      },
    ],
    [
      'environment: ["A=0123", "B="]',
      {
        environment: [
          { name: 'A', value: '0123' },
          { name: 'B', value: '' },
        ],
      },
    ],
    [
      'environment: {A: 0123, B: 1e3, C: true}',
      {
        environment: [
          { name: 'A', value: '0123' },
          { name: 'B', value: '1e3' },
          { name: 'C', value: 'true' },
        ],
      },
    ],
    ['mem_limit: 128m', { memory: 128 }],
    ['mem_limit: 1073741824', { memory: 1024 }],
    ['mem_limit: 1g\nmemswap_limit: 1.5g', { memory: 1024, linuxParameters: { maxSwap: 512 } }],
    ['mem_reservation: 64mb', { memoryReservation: 64 }],
    ['mem_limit: 4m', { memory: 6 }],
    ['cpus: "0.5"', { cpu: 512 }],
    ['cpu_shares: 73', { cpu: 73 }],
    [
      'deploy: {resources: {limits: {memory: 64M, cpus: "0.25"}, reservations: {memory: 32M}}}',
      { memory: 64, memoryReservation: 32, cpu: 256 },
    ],
    ['ports: ["8080:80"]', { portMappings: [{ containerPort: 80 }] }],
    [
      'ports: [80, "53:53/udp"]',
      { portMappings: [{ containerPort: 80 }, { containerPort: 53, protocol: 'udp' }] },
    ],
    ['ports: ["3000-3005:3000-3005"]', { portMappings: [{ containerPortRange: '3000-3005' }] }],
    ['ports: [{target: 80, published: "8080", protocol: tcp}]', { portMappings: [{ containerPort: 80 }] }],
    ['restart: "no"', {}],
    ['read_only: true', { readonlyRootFilesystem: true }],
    ['init: true', { linuxParameters: { initProcessEnabled: true } }],
    ['stop_grace_period: 1m30s', { stopTimeout: 90 }],
    [
      'tmpfs: "/run:size=64m,noexec"',
      { linuxParameters: { tmpfs: [{ containerPath: '/run', size: 64, mountOptions: ['noexec'] }] } },
    ],
    [
      'ulimits: {nofile: {soft: 1, hard: 2}, nproc: 3}',
      {
        ulimits: [
          { name: 'nofile', softLimit: 1, hardLimit: 2 },
          { name: 'nproc', softLimit: 3, hardLimit: 3 },
        ],
      },
    ],
    [
      'cap_add: [NET_ADMIN]\ncap_drop: [ALL]',
      { linuxParameters: { capabilities: { add: ['NET_ADMIN'], drop: ['ALL'] } } },
    ],
    [
      'devices: ["/dev/a:/dev/b:rw"]',
      {
        linuxParameters: {
          devices: [{ hostPath: '/dev/a', containerPath: '/dev/b', permissions: ['read', 'write'] }],
        },
      },
    ],
    [
      'sysctls: {net.core.somaxconn: 1024}',
      { systemControls: [{ namespace: 'net.core.somaxconn', value: '1024' }] },
    ],
    [
      'extra_hosts: ["a:10.0.0.1", "b=::1"]',
      {
        extraHosts: [
          { hostname: 'a', ipAddress: '10.0.0.1' },
          { hostname: 'b', ipAddress: '::1' },
        ],
      },
    ],
    [
      'healthcheck: {test: curl -f http://localhost, interval: 1m, timeout: 1s, retries: 3}',
      {
        healthCheck: {
          command: ['CMD-SHELL', 'curl -f http://localhost'],
          interval: 60,
          timeout: 2,
          retries: 3,
        },
      },
    ],
    ['healthcheck: {test: ["NONE"]}', {}],
    [
      'logging: {driver: syslog, options: {tag: a}}',
      { logConfiguration: { logDriver: 'syslog', options: { tag: 'a' } } },
    ],
    ['labels: ["a.b=c", "d"]', { dockerLabels: { 'a.b': 'c', d: '' } }],
    ['gpus: all', { resourceRequirements: [{ type: 'GPU', value: '1' }] }],
    [
      'deploy: {resources: {reservations: {devices: [{capabilities: [gpu], device_ids: ["0", "3"]}]}}}',
      { resourceRequirements: [{ type: 'GPU', value: '2' }] },
    ],
    [
      'user: 1000:1000\nworking_dir: /app\nhostname: h',
      { user: '1000:1000', workingDirectory: '/app', hostname: 'h' },
    ],
  ])('%s', (members, container) => {
    const { name: _, image: __, memory, logConfiguration, ...rest } = web(members)
    const { memory: wanted, logConfiguration: log, ...others } = container
    expect(rest).toEqual(others)
    // Where the source says nothing, memory and logs are suggestions.
    expect(wanted ?? memory).toBe(memory)
    expect(log ?? logConfiguration).toEqual(logConfiguration)
  })

  it('says something of every member that leaves nothing behind', () => {
    const silent = Object.keys(serviceMembers).filter((member) => {
      const bare = one('')
      const values = ['x', '1', 'true', '[x]', '["/a:/b"]', '{x: y}', '{a: {b: c}}']
      return values.every((value) => {
        const conversion = one(`${member}: ${value}`, { launchType: 'EC2' })
        const changed =
          JSON.stringify(conversion.output) !== JSON.stringify(one('', { launchType: 'EC2' }).output)
        const spoke =
          conversion.notes.length + conversion.problems.length + conversion.questions.length >
          bare.questions.length
        return !changed && !spoke && conversion.notes.length === 0
      })
    })
    // The version of the file says nothing about a container.
    expect(silent).toEqual(['version'])
  })

  it('never passes over a member it does not know', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-w][a-z_]{2,12}$/), (member) => {
        fc.pre(!Object.hasOwn(serviceMembers, member))
        expect(said(one(`${member}: 1`))).toContain(
          `lost services.web.${member}: ${member} is not known here and is left out.`,
        )
      }),
      { numRuns: 30 },
    )
  })
})

describe('what stands within a member', () => {
  it.each([
    'depends_on: {web: {zzz: 1}}',
    'env_file: [{path: a, zzz: 1}]',
    'healthcheck: {test: a, zzz: 1}',
    'logging: {driver: syslog, zzz: 1}',
    'networks: {a: {zzz: 1}}',
    'ports: [{target: 80, zzz: 1}]',
    'secrets: [{source: a, zzz: 1}]',
    'ulimits: {nofile: {soft: 1, zzz: 1}}',
    'volumes: [{type: bind, source: /a, target: /b, zzz: 1}]',
    'volumes: [{type: tmpfs, target: /b, zzz: 1}]',
    'deploy: {zzz: 1}',
    'deploy: {resources: {limits: {zzz: 1}}}',
  ])('%s: is not passed over', (members) => {
    expect(
      said(one(members)).some((line) => line.startsWith('lost services.web.') && line.includes('zzz')),
    ).toBe(true)
  })

  it('and what no service uses', () => {
    const compose = `services: {web: {image: a, secrets: [s], volumes: ["v:/v"]}}
secrets: {s: {file: a}, unused: {file: b}}
configs: {c: {file: a}}
volumes: {v: {external: true}, w: {}}
networks: {n: {}}
zzz: 1
`
    const places = fromCompose({ compose }).notes.map(({ at }) => at)
    expect(places).toEqual(
      expect.arrayContaining(['secrets.unused', 'configs.c', 'volumes.v', 'volumes.w', 'networks', 'zzz']),
    )
    expect(places).not.toContain('secrets.s')
  })
})

describe('what only a person knows', () => {
  it('asks for variables, and takes their defaults', () => {
    const members = 'command: ["${A}", "$B", "${C:-c}", "$$D", "${E:+e}"]'
    const { output, questions } = one(members, { 'variable.B': 'b' })
    expect(output?.containerDefinitions?.[0]?.command).toEqual(['${A}', 'b', 'c', '$D', ''])
    expect(
      questions
        .filter(({ id }) => id.startsWith('variable.'))
        .map(({ id, suggested, answer }) => [id, suggested ?? answer]),
    ).toEqual([
      ['variable.A', undefined],
      ['variable.B', 'b'],
      ['variable.C', 'c'],
      ['variable.E', undefined],
    ])
  })

  it('takes the value of a variable from its answer, or from a secret', () => {
    const arn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:a'
    const container = web('environment: [A, B, C]', { 'variable.A': '1', 'variable.B': arn })
    expect(container.environment).toEqual([{ name: 'A', value: '1' }])
    expect(container.secrets).toEqual([{ name: 'B', valueFrom: arn }])
    expect(said(one('environment: [C]'))[0]).toContain('lost services.web.environment: C takes its value')
  })

  it('asks what becomes of a folder of the project, and does as answered', () => {
    const members = 'volumes: ["./conf:/etc/conf:ro"]'
    expect(web(members).mountPoints).toBeUndefined()
    const answers = { 'volume.conf': 'efs', 'volume.conf.efs': 'fs-12345678' }
    const { output } = one(members, answers)
    expect(output?.volumes).toEqual([
      { name: 'conf', efsVolumeConfiguration: { fileSystemId: 'fs-12345678', transitEncryption: 'ENABLED' } },
    ])
    expect(output?.containerDefinitions?.[0]?.mountPoints).toEqual([
      { sourceVolume: 'conf', containerPath: '/etc/conf', readOnly: true },
    ])
  })

  it('counts an answer that is no choice as none', () => {
    const { questions, output } = one('', { launchType: 'MOON', family: 'no spaces' })
    expect(questions.find(({ id }) => id === 'launchType')).not.toHaveProperty('answer')
    expect(output).toMatchObject({ family: 'web', requiresCompatibilities: ['FARGATE'] })
  })
})

const two = `services:
  web:
    image: a
    depends_on: {db: {condition: service_healthy}}
    environment: {DB_HOST: db, URL: "http://db:80/db", NAME: db}
  db:
    image: b
`

describe('services that speak to each other', () => {
  it('share localhost on Fargate', () => {
    const { output, notes } = fromCompose({ compose: two }, { launchType: 'FARGATE' })
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      environment: [
        { name: 'DB_HOST', value: 'localhost' },
        { name: 'URL', value: 'http://localhost:80/db' },
        { name: 'NAME', value: 'db' },
      ],
      dependsOn: [{ containerName: 'db', condition: 'START' }],
    })
    expect(notes.some(({ at }) => at === 'web.links')).toBe(true)
  })

  it('are linked with bridge, and never in a circle', () => {
    const circle = `${two}    links: [web]\n`
    const { output, notes } = fromCompose({ compose: circle }, { launchType: 'EC2' })
    const links = output?.containerDefinitions?.map((container) => container.links)
    expect(links).toEqual([['db'], undefined])
    expect(notes.some(({ kind, at }) => kind === 'lost' && at === 'db.links')).toBe(true)
  })

  it('log in the Region where they are likely to run, unless an image says another', () => {
    expect(regionOf('nginx')).toBe('eu-west-1')
    expect(regionOf('123456789012.dkr.ecr.us-west-2.amazonaws.com/web:1')).toBe('us-west-2')
  })

  it('leaves a host port to the container that has it first', () => {
    const compose =
      'services:\n  a: {image: a, ports: ["80:80"]}\n  b: {image: b, ports: ["80:80", "80:80/udp"]}\n'
    const answers = { launchType: 'EC2', networkMode: 'bridge', hostPorts: 'static' }
    const conversion = fromCompose({ compose }, answers)
    expect(conversion.output?.containerDefinitions?.map(({ portMappings }) => portMappings)).toEqual([
      [{ containerPort: 80, hostPort: 80 }],
      [{ containerPort: 80 }],
    ])
    expect(said(conversion)).toContain(
      'changed b.portMappings: Host port 80 is taken by a mapping before it: ECS chooses another one.',
    )
  })

  it('do not listen at one port of one address unless that is answered', () => {
    const compose = 'services:\n  a: {image: a, ports: ["1:80"]}\n  b: {image: b, ports: ["2:80"]}\n'
    const open = fromCompose({ compose }, { launchType: 'FARGATE' }).questions.find(
      ({ id }) => id === 'port.b.80',
    )
    expect(open).toMatchObject({ required: true })
    const { output } = fromCompose({ compose }, { launchType: 'FARGATE', 'port.b.80': '81' })
    expect(output?.containerDefinitions?.[1]?.portMappings).toEqual([{ containerPort: 81 }])
  })
})

describe('ecs-params', () => {
  it('adds what a Compose file cannot say', () => {
    const ecsParams = `task_definition:
  task_execution_role: role
  task_role_arn: other
  ecs_network_mode: awsvpc
  task_size: {cpu_limit: 256, mem_limit: 0.5GB}
  efs_volumes: [{name: data, filesystem_id: fs-1, root_directory: /}]
  placement_constraints: [{type: memberOf, expression: x}]
  services:
    web: {essential: false, mem_limit: 64m, secrets: [{value_from: a, name: B}], unknown: 1}
    gone: {}
services: {}
run_params: {network_configuration: {}}
`
    const { output, notes } = fromCompose({ compose: `${two}    volumes: ["data:/d"]\n`, ecsParams })
    expect(output).toMatchObject({
      cpu: '256',
      memory: '512',
      executionRoleArn: 'role',
      taskRoleArn: 'other',
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      volumes: [{ name: 'data', efsVolumeConfiguration: { fileSystemId: 'fs-1', rootDirectory: '/' } }],
    })
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      essential: false,
      memory: 64,
      secrets: [{ name: 'B', valueFrom: 'a' }],
    })
    expect(notes.map(({ at }) => at)).toEqual(
      expect.arrayContaining([
        'ecs-params services',
        'ecs-params run_params.network_configuration',
        'ecs-params task_definition.services.web.unknown',
        'ecs-params task_definition.services.gone',
        'placementConstraints',
      ]),
    )
  })

  it.each([
    ['- a', '1:1'],
    ['task_definition: 3', '1:18'],
    ['a: [', '1:5'],
  ])('refuses %s at %s', (ecsParams, place) => {
    expect(said(fromCompose({ compose: two, ecsParams }))[0]).toMatch(new RegExp(`^${place} `))
  })
})

describe('a file that is no Compose file', () => {
  it.each([
    ['', '1:1'],
    ['- a', '1:1'],
    ['services: {}', '1:11'],
    ['services:\n  web: 3', '2:8'],
    ['services:\n  web:\n    image: [a, [b]]', '3:12'],
    ['services:\n  web:\n    image: a\n    ports: ["x:y"]', '4:12'],
    ['services:\n  web:\n\timage: a', '3:1'],
    ['a: &a [*a]', '1:1'],
    ['services:\n  web: *none', '2:8'],
  ])('%j is refused at %s', (compose, place) => {
    const conversion = fromCompose({ compose })
    expect(conversion.output).toBeUndefined()
    expect(said(conversion)[0]).toMatch(new RegExp(`^${place} `))
  })

  it('is refused or read, but never throws', () => {
    const odd = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.string(),
      fc.array(fc.string(), { maxLength: 2 }),
      fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
    )
    const members = fc.dictionary(fc.constantFrom(...Object.keys(serviceMembers)), odd, { maxKeys: 4 })
    fc.assert(
      fc.property(members, fc.constantFrom('FARGATE', 'EC2'), (service, launchType) => {
        const compose = JSON.stringify({ services: { web: { image: 'a', ...service } } })
        const { output, problems } = fromCompose({ compose }, { launchType })
        expect(output === undefined).toBe(problems.length > 0)
      }),
      { numRuns: 200 },
    )
  })
})

it('knows the first version of Compose, anchors, and services that extend others', () => {
  expect(fromCompose({ compose: 'web: {image: a}\n' }).output?.containerDefinitions?.[0]?.name).toBe('web')
  const compose = `x-base: &base {user: root}
services:
  base: {image: a, tty: true}
  web: {extends: base, <<: *base, image: b}
`
  expect(fromCompose({ compose }).output?.containerDefinitions?.[1]).toMatchObject({
    image: 'b',
    user: 'root',
    pseudoTerminal: true,
  })
})

it('merges what a service adds to the one it extends', () => {
  const compose = `services:
  base:
    image: a
    command: [run]
    environment: {A: 1, B: 2}
    labels: ["x=1", "y=1"]
    ports: ["80:80", "81:81"]
    volumes: ["one:/a", "one:/b:ro"]
    dns: 10.0.0.1
    tmpfs: /run
    depends_on: [db]
    healthcheck: {test: [CMD, a], retries: 3}
  web:
    extends: {service: base}
    command: [other]
    environment: ["B=3", "C"]
    labels: {y: 2}
    ports: ["81:81", "82:82"]
    volumes: ["two:/b", {type: volume, source: two, target: /c}]
    dns: [10.0.0.2]
    tmpfs: /tmp
    depends_on: {db: {condition: service_completed_successfully}}
    healthcheck: {retries: 5}
    user:
  db: {image: c}
volumes: {one: , two: }
`
  const { output } = fromCompose({ compose }, { launchType: 'EC2', networkMode: 'bridge', 'variable.C': '4' })
  const mounts = [
    { sourceVolume: 'one', containerPath: '/a' },
    { sourceVolume: 'two', containerPath: '/b' },
    { sourceVolume: 'two', containerPath: '/c' },
  ]
  expect(output?.containerDefinitions?.[1]).toMatchObject({
    image: 'a',
    command: ['other'],
    environment: [
      { name: 'A', value: '1' },
      { name: 'B', value: '3' },
      { name: 'C', value: '4' },
    ],
    dockerLabels: { x: '1', y: '2' },
    portMappings: [{ containerPort: 80 }, { containerPort: 81 }, { containerPort: 82 }],
    mountPoints: mounts,
    dnsServers: ['10.0.0.1', '10.0.0.2'],
    linuxParameters: { tmpfs: [{ containerPath: '/run' }, { containerPath: '/tmp' }] },
    dependsOn: [{ containerName: 'db', condition: 'SUCCESS' }],
    healthCheck: { command: ['CMD', 'a'], retries: 5 },
  })
})

it('follows hundreds of services that extend each other, and a circle of them', () => {
  const many = 600
  const lines = Array.from(
    { length: many },
    (_, index) =>
      `  s${index}: {image: a, extends: s${(index + 1) % many}, labels: {l${index % 9}: "${index}"}}\n`,
  )
  const { output } = fromCompose({ compose: `services:\n${lines.join('')}` }, { launchType: 'FARGATE' })
  const labels = { l0: '0', l1: '1', l2: '2', l3: '3', l4: '4', l5: '5', l6: '6', l7: '7', l8: '8' }
  expect(output?.containerDefinitions?.[0]?.dockerLabels).toEqual(labels)
})

describe('containers that others wait for', () => {
  const compose = `services:
  web: {image: a, links: [far], depends_on: {job: {condition: service_completed_successfully}, db: , gone: }}
  job: {image: b}
  db: {image: c}
`
  it('are linked where they run, and not when they have ended by then', () => {
    const { output } = fromCompose({ compose }, { launchType: 'EC2', networkMode: 'bridge' })
    expect(output?.containerDefinitions?.[0]).toMatchObject({
      links: ['db'],
      dependsOn: [{ containerName: 'job', condition: 'SUCCESS' }, { containerName: 'db' }],
    })
  })

  it('are containers of the task: of others a note is left', () => {
    const conversion = fromCompose({ compose }, { launchType: 'FARGATE' })
    const depends = conversion.output?.containerDefinitions?.[0]?.dependsOn
    expect(depends?.map(({ containerName }) => containerName)).toEqual(['job', 'db'])
    expect(said(conversion)).toEqual(
      expect.arrayContaining([
        'lost web.dependsOn: gone is no container of this definition: the dependency is left out.',
        'lost services.web.links: The container far is not in this definition: reach it with Service Connect or by its address.',
      ]),
    )
  })
})

it('says that ECS has no way to give all GPUs', () => {
  expect(said(one('gpus: all'))).toContain(
    'changed services.web.gpus: ECS needs a number of GPUs: all of them become 1.',
  )
})

it('says what of a health check cannot be kept', () => {
  expect(said(one('healthcheck: {test: a, retries: 20, interval: soon, timeout: 2m}'))).toEqual(
    expect.arrayContaining([
      'changed services.web.healthcheck: retries is 20; AWS takes 1 to 10, so it becomes 10.',
      'lost services.web.healthcheck: interval cannot be read and is left out.',
      'changed services.web.healthcheck: timeout is 120 s; AWS takes 2 to 60 s, so it becomes 60 s.',
    ]),
  )
})
