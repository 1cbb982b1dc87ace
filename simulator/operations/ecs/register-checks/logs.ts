/** Log drivers. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html */
import { LogDriver } from '@aws-sdk/client-ecs'
import { type Check, eachContainer, isFargate } from './check.ts'

/** https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html */
const known = Object.values(LogDriver)
const ofFargate = ['awslogs', 'splunk', 'awsfirelens']

const drivers = eachContainer(({ logConfiguration: { logDriver } = {} }, definition) => {
  const allowed: readonly string[] = isFargate(definition) ? ofFargate : known
  return logDriver === undefined || allowed.includes(logDriver)
    ? undefined
    : `${logDriver} is not a valid log driver. Must be one of [${allowed.join(',')}]`
})

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html */
const firelens: Check = ({ containerDefinitions = [] }) =>
  containerDefinitions.some(({ logConfiguration: log }) => log?.logDriver === 'awsfirelens') &&
  !containerDefinitions.some(({ firelensConfiguration }) => firelensConfiguration)
    ? 'When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.'
    : undefined

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

export const logChecks: Check[] = [drivers, awslogs, firelens]
