/** The three rules about types as a reader meets them: what they say, where AWS says it, and examples that are their tests. */
import type { Text } from '../../../i18n/text.ts'
import type { Json } from '../json.ts'
import { docs } from './docs.ts'
import type { Severity } from './finding.ts'

export interface TypeRule {
  id: 'unknown-member' | 'wrong-type' | 'missing-required'
  severity: Severity
  summary: Text
  why: Text
  docs: string
  /** What AWS's own tools answer before they send. */
  awsText: string
  /** Whole definitions; the bad ones break this rule alone. */
  examples: { good: readonly Json[]; bad: readonly Json[] }
}

/** A definition with one container, with something more in each. */
function web(more: { [key: string]: Json }, container: { [key: string]: Json } = {}): Json {
  return {
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'nginx', memory: 128, ...container }],
    ...more,
  }
}

export const typeRules: readonly TypeRule[] = [
  {
    id: 'unknown-member',
    severity: 'error',
    summary: {
      en: 'Every member is one that RegisterTaskDefinition takes.',
      ko: '모든 멤버는 RegisterTaskDefinition이 받는 것이어야 합니다.',
    },
    why: {
      en: 'The command line refuses it, and the JavaScript SDK drops it silently: the definition would be registered without it.',
      ko: '명령줄 도구는 거부하고 JavaScript SDK는 아무 알림 없이 버립니다. 즉 그 멤버 없이 등록됩니다.',
    },
    docs: docs.register,
    awsText: 'Unknown parameter in input: "Cpu", must be one of: family, taskRoleArn, …',
    examples: {
      good: [
        web(
          {},
          {
            dockerLabels: { anything: 'goes' },
            logConfiguration: { logDriver: 'x', options: { any: 'key' } },
          },
        ),
      ],
      bad: [
        web({ Cpu: '256' }),
        web({ revision: 7 }),
        web({ compatibilities: ['EC2'] }),
        web({}, { Image: 'nginx' }),
        web({}, { portMapping: [] }),
        web({}, { nothingLikeIt: true }),
        web({}, { healthCheck: { command: ['CMD', 'true'], intervall: 30 } }),
        web({ volumes: [{ name: 'data', efs: { fileSystemId: 'fs-1' } }] }),
      ],
    },
  },
  {
    id: 'wrong-type',
    severity: 'error',
    summary: {
      en: 'Every member has the type that RegisterTaskDefinition takes.',
      ko: '모든 멤버는 RegisterTaskDefinition이 받는 형식이어야 합니다.',
    },
    why: {
      en: 'AWS refuses the request: it does not turn texts into numbers or lists. Its command line refuses null too.',
      ko: 'AWS가 요청을 거부합니다. 문자열을 숫자나 목록으로 바꾸어 주지 않습니다. 명령줄 도구는 null도 거부합니다.',
    },
    docs: docs.register,
    awsText: "Invalid type for parameter cpu, value: 256, type: <class 'int'>, valid types: <class 'str'>",
    examples: {
      good: [
        web({ cpu: '256', memory: '2 GB' }, { cpu: 128, environment: [{ name: 'PORT', value: '8080' }] }),
      ],
      bad: [
        web({ cpu: 256 }),
        web({ volumes: null }),
        web({ requiresCompatibilities: 'FARGATE' }),
        web({ runtimePlatform: [] }),
        web({}, { cpu: '128' }),
        web({}, { memoryReservation: 64.5 }),
        web({}, { essential: 'true' }),
        web({}, { command: 'npm start' }),
        web({}, { environment: [{ name: 'PORT', value: 8080 }] }),
        web({}, { environment: { PORT: '8080' } }),
        web({}, { portMappings: [{ containerPort: '80' }] }),
        web({}, { links: ['db', null] }),
        web({}, { dockerLabels: { version: 3 } }),
      ],
    },
  },
  {
    id: 'missing-required',
    severity: 'error',
    summary: {
      en: 'Members without which RegisterTaskDefinition does nothing are there.',
      ko: 'RegisterTaskDefinition에 꼭 필요한 멤버가 모두 있어야 합니다.',
    },
    why: {
      en: 'AWS’s tools refuse the request before they send it.',
      ko: 'AWS 도구는 요청을 보내기 전에 거부합니다.',
    },
    docs: docs.register,
    awsText: 'Missing required parameter in input: "family"',
    examples: {
      good: [web({}), { family: 'web', containerDefinitions: [] }],
      bad: [
        { containerDefinitions: [] },
        { family: 'web' },
        web({ proxyConfiguration: { type: 'APPMESH' } }),
        web({ runtimePlatform: {}, ephemeralStorage: {} }),
        web({}, { healthCheck: {} }),
        web({}, { dependsOn: [{ containerName: 'db' }] }),
        web({}, { secrets: [{ name: 'TOKEN' }] }),
        web({}, { logConfiguration: { options: {} } }),
      ],
    },
  },
]
