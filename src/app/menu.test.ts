import { describe, expect, it } from 'vitest'
import { crumbsOf, hrefInRegion, menuOf, type PagesById } from './menu.ts'

const clusters = { en: 'Clusters', ko: '클러스터' }
const services = { en: 'Services', ko: '서비스' }
const groups = { en: 'Target groups', ko: '대상 그룹' }

const pages: PagesById = {
  '/$region': {},
  '/$region/clusters': { title: clusters, menu: { group: 'ecs', key: 'c' } },
  '/$region/clusters/$cluster': { subject: 'cluster' },
  '/$region/clusters/$cluster/services': { title: services },
  '/$region/clusters/$cluster/services/$service': { subject: 'service' },
  '/$region/target-groups': { title: groups, menu: { group: 'load-balancing' } },
}

const inSeoul = (id: string) => hrefInRegion(id, 'ap-northeast-2', pages)

describe('crumbs', () => {
  it('lead through every page above, with names escaped in addresses only', () => {
    const params = { region: 'us-east-1', cluster: 'a b', service: 'web' }
    expect(crumbsOf('/$region/clusters/$cluster/services/$service', params, pages)).toEqual([
      { href: '/us-east-1/clusters', text: clusters },
      { href: '/us-east-1/clusters/a%20b', text: 'a b' },
      { href: '/us-east-1/clusters/a%20b/services', text: services },
      { href: '/us-east-1/clusters/a%20b/services/web', text: 'web' },
    ])
  })

  it('are empty where no page matched', () => {
    expect(crumbsOf('__root__', {}, pages)).toEqual([])
  })
})

describe('the menu', () => {
  it('lists the pages that ask for it', () => {
    expect(menuOf('us-east-1', pages)).toEqual([
      { href: '/us-east-1/clusters', title: clusters, group: 'ecs', key: 'c' },
      { href: '/us-east-1/target-groups', title: groups, group: 'load-balancing' },
    ])
  })
})

describe('another Region', () => {
  it('shows the list that the page belongs to', () => {
    expect(inSeoul('/$region/clusters/$cluster/services/$service')).toBe('/ap-northeast-2/clusters')
    expect(inSeoul('/$region/target-groups')).toBe('/ap-northeast-2/target-groups')
    expect(inSeoul('__root__')).toBe('/ap-northeast-2/clusters')
  })
})
