import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { ContainerDefinition } from '../definition.ts'
import type { Answers } from './conversion.ts'
import { flagNames, longFlag } from './docker-run/flags.ts'
import { fromDockerRun } from './from-docker-run.ts'

const container = (command: string, answers: Answers = {}): ContainerDefinition => {
  const { output } = fromDockerRun(command, { launchType: 'EC2', logs: 'none', ...answers })
  const { memory: _, ...rest } = output?.containerDefinitions?.[0] ?? {}
  return rest
}

const refusal = (command: string): string | undefined => {
  const { output, problems } = fromDockerRun(command)
  expect(output).toBeUndefined()
  const [problem] = problems
  return problem && `${problem.line}:${problem.column} ${translate('en', problem.message)}`
}

describe('docker run', () => {
  it.each<[string, ContainerDefinition]>([
    ['docker run nginx', { name: 'nginx', image: 'nginx' }],
    [
      '$ sudo docker container run --rm=false -dit --name web example.com/a/b:1 sh -c "a b"',
      {
        name: 'web',
        image: 'example.com/a/b:1',
        interactive: true,
        pseudoTerminal: true,
        command: ['sh', '-c', 'a b'],
      },
    ],
    [
      'docker run -p80:80 -p 127.0.0.1:53:53/udp a',
      {
        name: 'a',
        image: 'a',
        portMappings: [{ containerPort: 80 }, { containerPort: 53, protocol: 'udp' }],
      },
    ],
    [
      'docker run -e A=1 --env=\'B=$x\' -e C="d e" a',
      {
        name: 'a',
        image: 'a',
        environment: [
          { name: 'A', value: '1' },
          { name: 'B', value: '$x' },
          { name: 'C', value: 'd e' },
        ],
      },
    ],
    [
      'docker run --entrypoint /x -w /app -u 1 -h h a',
      { name: 'a', image: 'a', entryPoint: ['/x'], workingDirectory: '/app', user: '1', hostname: 'h' },
    ],
    [
      'docker run --health-cmd "curl localhost" --health-interval 1m a',
      { name: 'a', image: 'a', healthCheck: { command: ['CMD-SHELL', 'curl localhost'], interval: 60 } },
    ],
    [
      'docker run --ulimit nofile=1:2 --ulimit nproc=3 a',
      {
        name: 'a',
        image: 'a',
        ulimits: [
          { name: 'nofile', softLimit: 1, hardLimit: 2 },
          { name: 'nproc', softLimit: 3, hardLimit: 3 },
        ],
      },
    ],
    [
      'docker run --log-driver=syslog --log-opt tag=a a',
      { name: 'a', image: 'a', logConfiguration: { logDriver: 'syslog', options: { tag: 'a' } } },
    ],
    [
      'docker run -c 512 --privileged --read-only --init a',
      {
        name: 'a',
        image: 'a',
        cpu: 512,
        privileged: true,
        readonlyRootFilesystem: true,
        linuxParameters: { initProcessEnabled: true },
      },
    ],
    [
      'docker run -v /data:/d --mount type=bind,src=/e,dst=/f,readonly a',
      {
        name: 'a',
        image: 'a',
        mountPoints: [
          { sourceVolume: 'data', containerPath: '/d' },
          { sourceVolume: 'e', containerPath: '/f', readOnly: true },
        ],
      },
    ],
    [
      'docker run --gpus all a',
      { name: 'a', image: 'a', resourceRequirements: [{ type: 'GPU', value: '1' }] },
    ],
    [
      `docker run --gpus '"device=0,2"' --cpus=".5" a`,
      { name: 'a', image: 'a', cpu: 512, resourceRequirements: [{ type: 'GPU', value: '2' }] },
    ],
  ])('%s', (command, wanted) => {
    expect(container(command)).toEqual(wanted)
  })

  it('reads several commands, comments and lines that go on', () => {
    const { output } = fromDockerRun(`# the database
docker run -d --name db \\
  -e POSTGRES_PASSWORD=x postgres:16
docker run -d --link db:database -e URL=pg://database:5432/a web && docker run web
`)
    expect(output?.containerDefinitions?.map(({ name }) => name)).toEqual(['db', 'web', 'web-2'])
    expect(output?.containerDefinitions?.[1]).toMatchObject({
      environment: [{ name: 'URL', value: 'pg://localhost:5432/a' }],
      dependsOn: [{ containerName: 'db', condition: 'START' }],
    })
  })

  it('takes the folder of the shell for one that is not on ECS', () => {
    const { questions } = fromDockerRun('docker run -v $(pwd):/a -v "$PWD/b":/b a')
    expect(questions.filter(({ id }) => id.startsWith('volume.')).map(({ suggested }) => suggested)).toEqual([
      'image',
      'image',
    ])
  })

  it.each([
    ['', '1:1 There is no docker run here.'],
    ['npm start', '1:1 “npm start” is no docker run: only commands that start a container can be converted.'],
    [
      'docker run a\ndocker stop a',
      '2:1 “docker stop” is no docker run: only commands that start a container can be converted.',
    ],
    ['docker run --nope a', '1:12 docker run has no flag --nope.'],
    ['docker run -z a', '1:12 docker run has no flag -z.'],
    ['docker run -p', '1:12 -p needs a value.'],
    ['docker run --name', '1:12 --name needs a value.'],
    ['docker run -d', '1:12 There is no image here: it stands after the flags.'],
    ['docker run "a', '1:12 This quote is not closed.'],
    ['docker run \\\n  -p x a', '2:3 “x” is no port: write host:container, such as 8080:80.'],
  ])('refuses %j: %s', (command, why) => {
    expect(refusal(command)).toBe(why)
  })

  it('leaves no flag without an effect, a note or a question', () => {
    const bare = fromDockerRun('docker run a', { launchType: 'EC2' })
    const silent = flagNames.filter((name) => {
      const kind = longFlag(name)?.kind
      const values =
        kind === 'switch'
          ? ['']
          : [' x', ' 1', ' 1s', ' a=1', ' 1m', ' a:1.1.1.1', ' /a:/b', ' type=bind,src=/a,dst=/b']
      return values.every((value) => {
        const { output, notes, problems, questions } = fromDockerRun(`docker run --${name}${value} a`, {
          launchType: 'EC2',
        })
        return (
          problems.length === 0 &&
          notes.length === bare.notes.length &&
          questions.length === bare.questions.length &&
          JSON.stringify(output) === JSON.stringify(bare.output)
        )
      })
    })
    // Switching the image's own health check off is what ECS does anyway.
    expect(silent).toEqual(['no-healthcheck'])
  })

  it('reads or refuses every text, and never throws', () => {
    const word = fc.constantFrom(
      'docker',
      'run',
      '-e',
      '--name',
      'a',
      '"',
      "'",
      '\\',
      '\n',
      ' ',
      '$A',
      '-p',
      '80:80',
      '--',
      '-',
      '=',
      '`',
      '$(',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const { output, problems } = fromDockerRun(`docker run ${words.join(' ')}`)
        expect(output === undefined).toBe(problems.length > 0)
      }),
      { numRuns: 300 },
    )
  })
})
