/** The one list of pages: path, lazily loaded page, title and place in the menu. Crumbs, menu and window titles follow from it. */
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Placeholder } from './Placeholder.tsx'
import type { RouterContext } from './router-context.ts'

type PageModule = Promise<{ default: ComponentType }>

/** Not generic on purpose: a page's type comes from the routes, so the routes' type must not come from the page. */
function page(load: () => PageModule) {
  return lazyRouteComponent(load)
}

const placeholder = () => Promise.resolve({ default: Placeholder })

const root = createRootRouteWithContext<RouterContext>()()

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: '/$region/clusters', params: { region: context.homeRegion() }, replace: true })
  },
})

const region = createRoute({
  getParentRoute: () => root,
  path: '/$region',
  beforeLoad: ({ context, params }) => {
    if (!context.regions.includes(params.region)) throw notFound()
  },
})

const regionHome = createRoute({
  getParentRoute: () => region,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$region/clusters', params, replace: true })
  },
})

const clusters = createRoute({
  getParentRoute: () => region,
  path: 'clusters',
  component: page(placeholder),
  staticData: { title: { en: 'Clusters', ko: '클러스터' }, menu: { group: 'ecs', key: 'c' } },
})

const cluster = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster',
  component: page(placeholder),
  staticData: { subject: 'cluster' },
})

const clusterHome = createRoute({
  getParentRoute: () => cluster,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$region/clusters/$cluster/services', params, replace: true })
  },
})

const services = createRoute({
  getParentRoute: () => cluster,
  path: 'services',
  component: page(placeholder),
  staticData: { title: { en: 'Services', ko: '서비스' } },
})

const tasks = createRoute({
  getParentRoute: () => cluster,
  path: 'tasks',
  component: page(placeholder),
  staticData: { title: { en: 'Tasks', ko: '태스크' } },
})

const instances = createRoute({
  getParentRoute: () => cluster,
  path: 'instances',
  component: page(placeholder),
  staticData: { title: { en: 'Container instances', ko: '컨테이너 인스턴스' } },
})

const capacity = createRoute({
  getParentRoute: () => cluster,
  path: 'capacity',
  component: page(placeholder),
  staticData: { title: { en: 'Capacity', ko: '용량' } },
})

const clusterTags = createRoute({
  getParentRoute: () => cluster,
  path: 'tags',
  component: page(placeholder),
  staticData: { title: { en: 'Tags', ko: '태그' } },
})

const service = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/services/$service',
  component: page(placeholder),
  staticData: { subject: 'service' },
})

const task = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/tasks/$task',
  component: page(placeholder),
  staticData: { subject: 'task' },
})

const instance = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/instances/$instance',
  component: page(placeholder),
  staticData: { subject: 'instance' },
})

const loadBalancers = createRoute({
  getParentRoute: () => region,
  path: 'load-balancers',
  component: page(placeholder),
  staticData: {
    title: { en: 'Load balancers', ko: '로드 밸런서' },
    menu: { group: 'load-balancing', key: 'l' },
  },
})

const loadBalancer = createRoute({
  getParentRoute: () => region,
  path: 'load-balancers/$name',
  component: page(placeholder),
  staticData: { subject: 'name' },
})

const targetGroups = createRoute({
  getParentRoute: () => region,
  path: 'target-groups',
  component: page(placeholder),
  staticData: {
    title: { en: 'Target groups', ko: '대상 그룹' },
    menu: { group: 'load-balancing', key: 't' },
  },
})

const targetGroup = createRoute({
  getParentRoute: () => region,
  path: 'target-groups/$name',
  component: page(placeholder),
  staticData: { subject: 'name' },
})

export const routeTree = root.addChildren([
  home,
  region.addChildren([
    regionHome,
    clusters,
    cluster.addChildren([clusterHome, services, tasks, instances, capacity, clusterTags]),
    service,
    task,
    instance,
    loadBalancers,
    loadBalancer,
    targetGroups,
    targetGroup,
  ]),
])
