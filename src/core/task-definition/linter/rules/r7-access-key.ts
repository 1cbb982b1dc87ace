/** R7.access-key: no keys of AWS in a definition; the task role gives them. */
import type { Definition } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onFargate } from '../example.ts'
import type { Fix } from '../finding.ts'
import { defineRule } from '../rule.ts'
import { isAwsKey, type Variable, variablesOf } from './variables.ts'

const id = 'AKIAIOSFODNN7EXAMPLE'
const keys = [
  { name: 'AWS_ACCESS_KEY_ID', value: id },
  { name: 'AWS_SECRET_ACCESS_KEY', value: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' },
]

export const accessKey = defineRule({
  id: 'R7.access-key',
  severity: 'warning',
  summary: {
    en: 'No AWS access keys in environment: the task role gives them.',
    ko: 'environment에 AWS 액세스 키를 두지 않습니다. 태스크 역할이 자격 증명을 줍니다.',
  },
  why: {
    en: 'Keys never expire and can be read by whoever may describe the task definition. With taskRoleArn every SDK finds temporary keys by itself.',
    ko: '키는 만료되지 않으며 태스크 정의를 조회할 수 있는 사람이 읽을 수 있습니다. taskRoleArn을 지정하면 모든 SDK가 임시 자격 증명을 스스로 찾습니다.',
  },
  docs: docs.taskRole,
  examples: {
    good: [
      onFargate({ environment: [{ name: 'AWS_REGION', value: 'eu-west-1' }] }),
      onFargate({ environment: [{ name: 'AWS_ACCESS_KEY_ID', value: '' }] }),
    ],
    bad: [
      onFargate({ environment: keys }),
      onFargate({ environment: [...keys, { name: 'MODE', value: 'live' }] }),
      onFargate(
        { environment: [{ name: 'S3_USER', value: id }] },
        { taskRoleArn: 'arn:aws:iam::123456789012:role/web' },
      ),
    ],
  },
  find(definition) {
    const variables = variablesOf(definition).filter(isAwsKey)
    return variables.map((one) => ({
      path: one.valuePath,
      text: {
        en: '{variable} of container {container} is an AWS key. Use a task role instead, and deactivate this key.',
        ko: '{container} 컨테이너의 {variable} 변수는 AWS 키입니다. 태스크 역할을 쓰고 이 키를 비활성화하세요.',
      },
      values: { variable: one.variable, container: one.part.name },
      fix: taskRoleInstead(definition, variables, one),
    }))
  },
})

/** Takes all keys of the container away, and leaves a place for the role where there is none. */
function taskRoleInstead(definition: Definition, variables: readonly Variable[], { part }: Variable): Fix {
  const here = variables.filter((one) => one.part.index === part.index).map(({ at }) => at)
  const place = [...part.path, 'environment']
  const isAll = here.length === part.container.environment?.length
  const removals = isAll ? [place] : here.toReversed().map((at) => [...place, at])
  return {
    title: { text: { en: 'Use a task role', ko: '태스크 역할 사용' } },
    safe: false,
    changes: [
      ...removals.map((path) => ({ path, value: undefined })),
      ...(definition.taskRoleArn === undefined
        ? [{ path: ['taskRoleArn'], value: 'arn:aws:iam::<ACCOUNT>:role/<TASK_ROLE>' }]
        : []),
    ],
  }
}
