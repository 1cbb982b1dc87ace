import { describe, expect, it } from 'vitest'
import { clusterHref, instanceHref, serviceHref, targetGroupHref, taskHref } from './href.ts'

describe('paths inside the console', () => {
  it('are the ones that can be shared', () => {
    expect(clusterHref('us-east-1', 'prod')).toBe('/us-east-1/clusters/prod/services')
    expect(clusterHref('us-east-1', 'prod', 'tags')).toBe('/us-east-1/clusters/prod/tags')
    expect(serviceHref('us-east-1', 'prod', 'web')).toBe('/us-east-1/clusters/prod/services/web')
    expect(serviceHref('us-east-1', 'prod', 'web', 'events')).toBe(
      '/us-east-1/clusters/prod/services/web?tab=events',
    )
    expect(taskHref('us-east-1', 'prod', 'abc')).toBe('/us-east-1/clusters/prod/tasks/abc')
    expect(instanceHref('us-east-1', 'prod', 'abc')).toBe('/us-east-1/clusters/prod/instances/abc')
    expect(targetGroupHref('us-east-1', 'web')).toBe('/us-east-1/target-groups/web')
  })

  it('cannot be led elsewhere by a name', () => {
    expect(serviceHref('us-east-1', '../x', 'a/b?c#d')).toBe(
      '/us-east-1/clusters/..%2Fx/services/a%2Fb%3Fc%23d',
    )
  })
})
