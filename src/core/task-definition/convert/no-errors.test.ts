/** Whatever a Compose file says, the linter finds no error in what comes of it, but where a question is open. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { translate } from '../../../i18n/translate.ts'
import type { Json, JsonPath } from '../json.ts'
import { lint } from '../linter/lint.ts'
import { isOpen } from './conversion.ts'
import { fromCompose } from './from-compose.ts'

/** Values that a Compose file may have and a task definition may not, among usual ones. */
const values: Record<string, Json[]> = {
  command: ['npm start', ['a', 'b']],
  environment: [{ A: '1', URL: 'http://db:80' }, ['X=1']],
  mem_limit: ['128m', '4m', '64g', 1_073_741_824],
  mem_reservation: ['64m', '4g'],
  memswap_limit: ['1g', -1],
  mem_swappiness: [0, 100],
  cpus: [0.5, 32, 0.01],
  cpu_shares: [0, 1, 512, 20_000],
  ports: [
    ['80:80'],
    ['22:22'],
    ['53:53/udp', '53:53/tcp'],
    ['1000-1200:1000-1200'],
    ['40000:80'],
    ['80:80', '81:80'],
  ],
  volumes: [
    ['./a:/a'],
    ['/b:/b:ro'],
    ['named:/c', 'x:/c'],
    ['/anon'],
    ['/var/run/docker.sock:/var/run/docker.sock'],
  ],
  tmpfs: ['/run', ['/run:size=64m', '/tmp:size=1k']],
  depends_on: [
    ['db'],
    ['web'],
    { db: { condition: 'service_healthy' } },
    { db: { condition: 'service_completed_successfully' } },
  ],
  links: [['db'], ['db:database'], ['web']],
  hostname: ['h', 'h.example.com'],
  healthcheck: [
    { test: 'true', interval: '1s', timeout: '5m', retries: 99, start_period: '10m' },
    { disable: true },
  ],
  stop_grace_period: ['1s', '5m', '0s'],
  privileged: [true, false],
  logging: [
    { driver: 'awslogs' },
    { driver: 'gelf' },
    { driver: 'none' },
    { driver: 'awsfirelens' },
    { driver: 'splunk' },
  ],
  ulimits: [{ nofile: 1 }, { memlock: -1 }, { nope: 3 }],
  shm_size: ['64m', '1k'],
  cap_add: [['NET_ADMIN'], ['SYS_PTRACE'], ['NOPE']],
  devices: [['/dev/a']],
  dns: ['1.1.1.1'],
  extra_hosts: [['a:1.1.1.1']],
  network_mode: ['host', 'bridge', 'none', 'service:db'],
  ipc: ['host', 'none', 'private', 'service:db'],
  pid: ['host', 'service:db'],
  gpus: ['all', 2],
  deploy: [
    { replicas: 2, resources: { limits: { cpus: '0.5', memory: '50M' }, reservations: { memory: '20M' } } },
  ],
  secrets: [['s']],
  env_file: ['.env', ['a.env', 'b.env']],
  platform: ['linux/arm64', 'windows'],
  volumes_from: [['db'], ['db:ro'], ['x']],
  security_opt: [['no-new-privileges:true']],
}

const service = fc
  .subarray(Object.keys(values), { maxLength: 6 })
  .chain((members) =>
    fc.record(
      Object.fromEntries(members.map((member) => [member, fc.constantFrom(...(values[member] ?? []))])),
    ),
  )

const answers = fc.record({
  launchType: fc.constantFrom('FARGATE', 'EC2', ''),
  networkMode: fc.constantFrom('', 'awsvpc', 'host', 'none'),
  hostPorts: fc.constantFrom('', 'static'),
  logs: fc.constantFrom('', 'none'),
})

/** One is part of the other: an error about a missing member stands at the object that lacks it. */
function overlaps(one: JsonPath, other: JsonPath): boolean {
  return one.slice(0, other.length).every((step, index) => step === other[index])
}

it('leaves no error that is not asked about', () => {
  fc.assert(
    fc.property(service, service, answers, (web, db, answered) => {
      const services = { web: { image: 'a', ...web }, db: { image: 'b', ...db } }
      const { output, questions, problems } = fromCompose({ compose: JSON.stringify({ services }) }, answered)
      expect(problems).toEqual([])
      const open = questions.filter(isOpen).flatMap(({ paths }) => paths)
      const errors = lint(output as Json).filter(
        ({ severity, path }) => severity === 'error' && !open.some((asked) => overlaps(path, asked)),
      )
      expect(errors.map(({ rule, message }) => `${rule} ${translate('en', message)}`)).toEqual([])
    }),
    { numRuns: 400 },
  )
})
