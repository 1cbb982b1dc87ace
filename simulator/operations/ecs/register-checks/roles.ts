/** The role with which ECS itself fetches what a task needs. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html */
import { type Check, eachContainer, isFargate } from './check.ts'

const secrets = eachContainer(({ secrets: named = [], logConfiguration: log }, { executionRoleArn }) =>
  !executionRoleArn && named.length + (log?.secretOptions?.length ?? 0) > 0
    ? "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'."
    : undefined,
)

const images = eachContainer(({ image = '' }, definition) =>
  isFargate(definition) && !definition.executionRoleArn && /^\d{12}\.dkr[.-]ecr[.-]/.test(image)
    ? 'Fargate requires task definition to have execution role ARN to support ECR images.'
    : undefined,
)

export const roleChecks: Check[] = [secrets, images]
