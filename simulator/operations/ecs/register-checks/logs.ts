/** Log drivers. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
import { type Check, eachContainer, isFargate } from './check.ts'

const needed = ['awslogs-region', 'awslogs-group']

const awslogs = eachContainer(({ logConfiguration: log }, definition) => {
  if (log?.logDriver !== 'awslogs') return undefined
  const options = log.options ?? {}
  if (needed.some((name) => !options[name]))
    return `Log driver awslogs requires options: ${needed.join(', ')}`
  if (!isFargate(definition)) return undefined
  if (!options['awslogs-stream-prefix'])
    return 'Log driver awslogs requires options: awslogs-stream-prefix when launch type is FARGATE'
  return definition.executionRoleArn
    ? undefined
    : 'Fargate requires task definition to have execution role ARN to support log driver awslogs.'
})

export const logChecks: Check[] = [awslogs]
