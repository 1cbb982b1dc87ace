/** Asks for the roles: the one that pulls and reads for the task, and the one that the containers act as. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { ask } from '../work.ts'
import type { Settling } from './settle.ts'

const words = {
  execution: { en: 'Execution role', ko: '실행 역할' },
  whyExecution: {
    en: 'With it ECS pulls images from ECR, writes logs and reads secrets before the containers run.',
    ko: 'ECS가 이 역할로 ECR 이미지를 받고 로그를 쓰고 시크릿을 읽습니다.',
  },
  task: { en: 'Task role', ko: '태스크 역할' },
  whyTask: {
    en: 'The containers act as this role; in Elastic Beanstalk it was the instance profile. Not needed when they call no AWS API.',
    ko: '컨테이너가 이 역할로 동작합니다. Elastic Beanstalk의 인스턴스 프로필에 해당합니다. AWS API를 호출하지 않으면 필요 없습니다.',
  },
} satisfies Record<string, Text>

/** A name, or an ARN: AWS takes both. */
const form = /^(?:arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+|[\w+=,.@-]{1,64})$/

export function settleRoles({ work, draft, place }: Settling): void {
  const { definition, containers, hints } = draft
  if (
    !definition.executionRoleArn &&
    containers.some((container) => needsRole(container, place.isForFargate))
  ) {
    const executionRoleArn = ask(work, {
      id: 'executionRoleArn',
      text: words.execution,
      why: words.whyExecution,
      suggested: hints.executionRole ?? usualRole(containers),
      form,
      paths: [['executionRoleArn']],
    })
    if (executionRoleArn !== undefined) definition.executionRoleArn = executionRoleArn
  }
  if (!hints.hasInstanceProfile || definition.taskRoleArn) return
  const taskRoleArn = ask(work, {
    id: 'taskRoleArn',
    text: words.task,
    why: words.whyTask,
    form,
    paths: [['taskRoleArn']],
  })
  if (taskRoleArn !== undefined) definition.taskRoleArn = taskRoleArn
}

/** On instances the instance's own role pulls and logs; secrets always need it. */
function needsRole(container: ContainerDefinition, isForFargate: boolean): boolean {
  const { secrets, repositoryCredentials, logConfiguration, image = '' } = container
  if (secrets || repositoryCredentials || logConfiguration?.secretOptions) return true
  return isForFargate && (logConfiguration?.logDriver === 'awslogs' || isEcrImage(image))
}

export function isEcrImage(image: string): boolean {
  return /^[^/]+\.dkr\.ecr\.[^/]+\.amazonaws\.com/.test(image)
}

/** The role that AWS's own wizard makes, in the account that has the images. */
function usualRole(containers: readonly ContainerDefinition[]): string {
  const account = containers.map(({ image = '' }) => /^(\d{12})\.dkr\.ecr\./.exec(image)?.[1]).find(Boolean)
  return account === undefined ? 'ecsTaskExecutionRole' : `arn:aws:iam::${account}:role/ecsTaskExecutionRole`
}
