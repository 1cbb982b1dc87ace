import { describe, expect, it } from 'vitest'
import { awsConsole } from './aws-console.ts'

describe('links into AWS’s console', () => {
  it('lead to services, tasks and revisions as AWS writes them', () => {
    expect(awsConsole.service('ap-northeast-2', 'prod', 'web')).toBe(
      'https://ap-northeast-2.console.aws.amazon.com/ecs/v2/clusters/prod/services/web?region=ap-northeast-2',
    )
    expect(awsConsole.serviceTask('us-east-1', 'prod', 'web', 'abc')).toBe(
      'https://us-east-1.console.aws.amazon.com/ecs/v2/clusters/prod/services/web/tasks/abc?region=us-east-1',
    )
    expect(awsConsole.taskDefinition('us-east-1', 'web', 7)).toBe(
      'https://us-east-1.console.aws.amazon.com/ecs/v2/task-definitions/web/7?region=us-east-1',
    )
  })

  it('cannot be broken out of by a name', () => {
    expect(awsConsole.cluster('us-east-1', 'a/b?c#d')).toBe(
      'https://us-east-1.console.aws.amazon.com/ecs/v2/clusters/a%2Fb%3Fc%23d/services?region=us-east-1',
    )
  })
})
