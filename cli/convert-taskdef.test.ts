/** The command line of the conversions: what goes where, and exit codes. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { convertTaskdef } from './convert-command.ts'
import { readConvertOptions } from './convert-options.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidegate-convert-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function run(...words: string[]): { code: number; said: string; complained: string[] } {
  const said: string[] = []
  const complained: string[] = []
  const code = convertTaskdef(words, {
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  })
  return { code, said: said.join('\n'), complained: complained.map((line) => line.replaceAll(folder, '')) }
}

const compose = 'services:\n  web: {image: nginx, ports: ["8080:80"], scale: 2}\n'

describe('convert-taskdef', () => {
  it('looks what a file is, and writes a task definition', () => {
    const { code, said, complained } = run(file('shop.yml', compose), '--family', 'shop')
    expect(JSON.parse(said)).toMatchObject({ family: 'shop', requiresCompatibilities: ['FARGATE'] })
    expect(complained).toContain(
      '/shop.yml: lost: services.web.scale: How many run is the desired count of the service.',
    )
    expect(complained).toContain(
      '/shop.yml: question: launchType: Where does it run? (FARGATE, EC2); taken: FARGATE',
    )
    expect(code).toBe(0)
  })

  it.each([
    ['cloudformation', 'Type: AWS::ECS::TaskDefinition'],
    ['cloudformation-json', '"Type": "AWS::ECS::TaskDefinition"'],
    ['terraform', 'resource "aws_ecs_task_definition" "docker"'],
    ['cdk', 'new ecs.FargateTaskDefinition(this'],
    ['cli', 'aws ecs register-task-definition'],
    ['imagedefinitions', '"imageUri": "nginx"'],
  ])('goes on to %s', (to, part) => {
    expect(run('--to', to, '--family=docker', file('docker.yml', compose)).said).toContain(part)
  })

  it('reads docker run, Dockerrun with its Compose file, and task definitions', () => {
    const name = (...words: string[]): unknown => JSON.parse(run(...words).said).containerDefinitions[0].name
    expect(name(file('run.sh', 'docker run --name web nginx'))).toBe('web')
    const dockerrun = file('three.json', '{"AWSEBDockerrunVersion": 3}')
    expect(name(dockerrun, '--compose', file('beside.yml', compose))).toBe('web')
    const definition = file(
      'd.json',
      '{"family": "a", "revision": 3, "containerDefinitions": [{"name": "web", "image": "a"}]}',
    )
    expect(name(definition)).toBe('web')
    expect(run(definition).complained.join()).toContain('revision')
  })

  it('takes ecs-params from beside a Compose file', () => {
    const params = file('params.yml', 'task_definition: {task_size: {cpu_limit: 512, mem_limit: 2GB}}')
    expect(JSON.parse(run(file('c.yml', compose), '--ecs-params', params).said)).toMatchObject({
      cpu: '512',
      memory: '2048',
    })
  })

  it('exits with 1 when a file is refused, with line and column', () => {
    const { code, complained } = run('--from', 'dockerrun', file('bad.json', '{\n "a" 1}'))
    expect(code).toBe(1)
    expect(complained).toEqual(['/bad.json:2:6: A colon is missing after the name.'])
  })

  it('exits with 1 while a question is open, and with 0 when it is answered', () => {
    const path = file('built.yml', 'services: {web: {build: .}}')
    expect(run(path)).toMatchObject({ code: 1 })
    expect(run(path).complained).toContain('/built.yml: open: image.web: Image of the container web')
    expect(run(path, '--answer', 'image.web=a:1').code).toBe(0)
  })

  it('does not print what may be a secret', () => {
    const path = file('secret.yml', 'services: {web: {image: a, environment: {P: "${PASSWORD:-canary}"}}}')
    const { said, complained } = run(path)
    expect(said).toContain('canary')
    expect(complained.join()).toContain('variable.PASSWORD: Value of the variable PASSWORD; taken: •••')
    expect(complained.join()).not.toContain('canary')
  })

  it('writes several files into a folder', () => {
    const out = join(folder, 'out')
    expect(run('--out', out, '--to', 'terraform', file('a.yml', compose), file('b.yml', compose)).code).toBe(
      0,
    )
    expect(readdirSync(out)).toEqual(['a.tf', 'b.tf'])
    const one = join(folder, 'one', 'x.json')
    run('--out', one, file('a.yml', compose))
    expect(JSON.parse(readFileSync(one, 'utf8'))).toMatchObject({ family: 'a' })
  })

  it.each<[string[], RegExp]>([
    [[], /^npm run convert-taskdef/],
    [['--nope', 'x'], /^Unknown option --nope/],
    [['-h'], /^Unknown option -h/],
    [['--to', 'word', 'x'], /^--to is one of task-definition, /],
    [['x', '--to'], /^--to needs a value/],
    [['--answer', 'x', 'y'], /^--answer is ID=VALUE; not x/],
    [['/nowhere/at/all'], /cannot be read/],
    [['a', 'b'], /^More than one file needs --out FOLDER/],
  ])('exits with 2 for %j', (words, why) => {
    const { code, complained } = run(...words)
    expect(code).toBe(2)
    expect(complained[0]).toMatch(why)
  })

  it('exits with 2 for an answer that is none', () => {
    const path = file('c.yml', compose)
    expect(run(path, '--launch-type', 'MOON').complained).toEqual([
      'MOON is no answer to launchType: it is one of FARGATE, EC2',
    ])
    expect(run(path, '--answer', 'x=y').complained[0]).toMatch(
      /^Nothing asks for x; there are family, launchType/,
    )
  })

  it('reads its flags in either form', () => {
    expect(readConvertOptions(['--cpu=256', '--answer', 'a=b=c', 'f'])).toEqual({
      to: 'task-definition',
      answers: { cpu: '256', a: 'b=c' },
      files: ['f'],
    })
  })

  it('runs as a command, with - for the standard input', () => {
    const { status, stdout } = spawnSync(
      'node',
      ['scripts/run.mjs', 'cli/convert-taskdef.ts', '--to', 'cli', '-'],
      {
        input: 'docker run nginx',
        encoding: 'utf8',
      },
    )
    expect(stdout).toContain('aws ecs register-task-definition')
    expect(status).toBe(0)
  })
})
