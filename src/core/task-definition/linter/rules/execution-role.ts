/** R0.execution-role: what ECS itself must do for a task needs the task execution role. */
import type { Text } from '../../../../i18n/text.ts'
import type { ContainerDefinition } from '../../definition.ts'
import { docs } from '../docs.ts'
import { onEc2, onFargate } from '../example.ts'
import { setting } from '../mend.ts'
import { containersOf, isForFargate } from '../parts.ts'
import { defineRule } from '../rule.ts'

/** The name that AWS's own console gives it. */
const usualRole = 'arn:aws:iam::<ACCOUNT>:role/ecsTaskExecutionRole'

const noRole = { executionRoleArn: undefined }
const logConfiguration = {
  logDriver: 'awslogs',
  options: {
    'awslogs-group': '/ecs/shop',
    'awslogs-region': 'eu-west-1',
    'awslogs-stream-prefix': 'web',
    mode: 'non-blocking',
  },
}
const ecrImage = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1'
const secrets = [{ name: 'KEY', valueFrom: 'arn:aws:ssm:eu-west-1:123456789012:parameter/key' }]

const words = {
  logs: {
    en: 'Container {container} logs with awslogs on Fargate: the task needs executionRoleArn.',
    ko: '{container} 컨테이너가 Fargate에서 awslogs를 쓰므로 태스크에 executionRoleArn이 필요합니다.',
  },
  image: {
    en: 'Container {container} takes its image from ECR on Fargate: the task needs executionRoleArn.',
    ko: '{container} 컨테이너가 Fargate에서 ECR 이미지를 쓰므로 태스크에 executionRoleArn이 필요합니다.',
  },
  secrets: {
    en: 'Container {container} has secrets: the task needs executionRoleArn to read them.',
    ko: '{container} 컨테이너에 secrets가 있으므로 이를 읽을 executionRoleArn이 태스크에 필요합니다.',
  },
} satisfies Record<string, Text>

export const executionRole = defineRule({
  id: 'R0.execution-role',
  severity: 'error',
  summary: {
    en: 'Secrets, and on Fargate awslogs and images from ECR, need executionRoleArn.',
    ko: 'secrets, 그리고 Fargate의 awslogs와 ECR 이미지에는 executionRoleArn이 필요합니다.',
  },
  why: {
    en: 'ECS fetches secrets and images and writes logs before the container runs, with this role.',
    ko: 'ECS는 컨테이너가 실행되기 전에 이 역할로 보안 암호와 이미지를 가져오고 로그를 씁니다.',
  },
  docs: docs.executionRole,
  awsText: 'Fargate requires task definition to have execution role ARN to support log driver awslogs.',
  examples: {
    good: [
      onFargate({ logConfiguration }),
      onEc2({ logConfiguration, image: ecrImage }),
      onFargate({ secrets }),
      onFargate({}, noRole),
    ],
    bad: [
      onFargate({ logConfiguration }, noRole),
      onFargate({ image: ecrImage }, noRole),
      onEc2({ secrets }, noRole),
      onEc2({ logConfiguration: { logDriver: 'splunk', secretOptions: secrets } }, noRole),
    ],
  },
  find(definition, context) {
    if (definition.executionRoleArn !== undefined) return []
    const fargate = isForFargate(definition, context)
    return containersOf(definition).flatMap(({ container, name, path }) =>
      needsOf(container, fargate).map(({ member, text }) => ({
        path: [...path, member],
        text,
        values: { container: name },
        fix: setting(['executionRoleArn'], usualRole, false),
      })),
    )
  },
})

function needsOf(container: ContainerDefinition, fargate: boolean): { member: string; text: Text }[] {
  const {
    image = '',
    logConfiguration: { logDriver, secretOptions = [] } = {},
    secrets: named = [],
  } = container
  const isEcr = /^\d{12}\.dkr[.-]ecr\./.test(image)
  return [
    ...(fargate && logDriver === 'awslogs' ? [{ member: 'logConfiguration', text: words.logs }] : []),
    ...(fargate && isEcr ? [{ member: 'image', text: words.image }] : []),
    ...(named.length > 0 ? [{ member: 'secrets', text: words.secrets }] : []),
    ...(secretOptions.length > 0 ? [{ member: 'logConfiguration', text: words.secrets }] : []),
  ]
}
