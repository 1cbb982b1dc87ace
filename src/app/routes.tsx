/** The one list of pages: path, lazily loaded page, title and place in the menu. Crumbs, menu and window titles follow from it. */
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { clustersSearch } from '../features/clusters/search.ts'
import { cutoverSearch } from '../features/cutover/run/search.ts'
import { cutoversSearch } from '../features/cutover/search.ts'
import type { NewCutoverSearch } from '../features/cutover/start/search.ts'
import { instanceSearch } from '../features/container-instances/search.ts'
import { loadBalancerSearch, targetGroupSearch } from '../features/load-balancing/search.ts'
import { serviceSearch, servicesSearch } from '../features/services/search.ts'
import { compareSearch, familiesSearch, familySearch } from '../features/task-definitions/search.ts'
import { workbenchSearch } from '../features/task-definitions/workbench/search.ts'
import { taskSearch, tasksSearch } from '../features/tasks/search.ts'
import { readTableSearch } from '../ui/table-search.ts'
import { RootPage } from './RootPage.tsx'
import { NotFound } from './RouteError.tsx'
import { loadPart } from './chunk-missing.ts'
import type { RouterContext } from './router-context.ts'

type PageModule = Promise<{ default: ComponentType }>

/** Not generic on purpose: a page's type comes from the routes, so the routes' type must not come from the page. */
function page(load: () => PageModule) {
  return lazyRouteComponent(() => loadPart(load))
}

/** The editor takes far longer to come than its page: both are asked for at once. */
function workbenchPage(): PageModule {
  import('../widgets/json-editor/lazy.ts').then(
    ({ LazyJsonEditor }) => LazyJsonEditor.fetch(),
    // The page asks for it again, and tells.
    () => undefined,
  )
  return import('../features/task-definitions/workbench/WorkbenchPage.tsx')
}

const root = createRootRouteWithContext<RouterContext>()({ component: RootPage, notFoundComponent: NotFound })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ context }) => {
    throw redirect({ to: '/$region/clusters', params: { region: context.homeRegion() }, replace: true })
  },
})

/** Where the managed login comes back to; main.tsx has dealt with it before the router sees it. */
const signIn = ['/sign-in', '/signed-in'].map((path) =>
  createRoute({
    getParentRoute: () => root,
    path,
    beforeLoad: () => {
      throw redirect({ to: '/', replace: true })
    },
  }),
)

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
  component: page(() => import('../features/clusters/ClustersPage.tsx')),
  validateSearch: clustersSearch,
  staticData: { title: { en: 'Clusters', ko: '클러스터' }, menu: { group: 'ecs', key: 'c' } },
})

const cluster = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster',
  component: page(() => import('../features/clusters/ClusterLayoutPage.tsx')),
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
  component: page(() => import('../features/services/ServicesPage.tsx')),
  validateSearch: servicesSearch,
  staticData: { title: { en: 'Services', ko: '서비스' } },
})

const tasks = createRoute({
  getParentRoute: () => cluster,
  path: 'tasks',
  component: page(() => import('../features/tasks/TasksPage.tsx')),
  validateSearch: tasksSearch,
  staticData: { title: { en: 'Tasks', ko: '태스크' } },
})

const instances = createRoute({
  getParentRoute: () => cluster,
  path: 'instances',
  component: page(() => import('../features/container-instances/ContainerInstancesPage.tsx')),
  validateSearch: readTableSearch,
  staticData: { title: { en: 'Container instances', ko: '컨테이너 인스턴스' } },
})

const capacity = createRoute({
  getParentRoute: () => cluster,
  path: 'capacity',
  component: page(() => import('../features/capacity/CapacityPage.tsx')),
  validateSearch: readTableSearch,
  staticData: { title: { en: 'Capacity', ko: '용량' } },
})

const clusterTags = createRoute({
  getParentRoute: () => cluster,
  path: 'tags',
  component: page(() => import('../features/clusters/ClusterTagsPage.tsx')),
  validateSearch: readTableSearch,
  staticData: { title: { en: 'Tags', ko: '태그' } },
})

const service = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/services/$service',
  component: page(() => import('../features/services/ServicePage.tsx')),
  validateSearch: serviceSearch,
  staticData: { subject: 'service' },
})

const task = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/tasks/$task',
  component: page(() => import('../features/tasks/TaskPage.tsx')),
  validateSearch: taskSearch,
  staticData: { subject: 'task' },
})

const instance = createRoute({
  getParentRoute: () => region,
  path: 'clusters/$cluster/instances/$instance',
  component: page(() => import('../features/container-instances/ContainerInstancePage.tsx')),
  validateSearch: instanceSearch,
  staticData: { subject: 'instance' },
})

const loadBalancers = createRoute({
  getParentRoute: () => region,
  path: 'load-balancers',
  component: page(() => import('../features/load-balancing/LoadBalancersPage.tsx')),
  validateSearch: readTableSearch,
  staticData: {
    title: { en: 'Load balancers', ko: '로드 밸런서' },
    menu: { group: 'load-balancing', key: 'l' },
  },
})

const loadBalancer = createRoute({
  getParentRoute: () => region,
  path: 'load-balancers/$name',
  component: page(() => import('../features/load-balancing/LoadBalancerPage.tsx')),
  validateSearch: loadBalancerSearch,
  staticData: { subject: 'name' },
})

const targetGroups = createRoute({
  getParentRoute: () => region,
  path: 'target-groups',
  component: page(() => import('../features/load-balancing/TargetGroupsPage.tsx')),
  validateSearch: readTableSearch,
  staticData: {
    title: { en: 'Target groups', ko: '대상 그룹' },
    menu: { group: 'load-balancing', key: 't' },
  },
})

const targetGroup = createRoute({
  getParentRoute: () => region,
  path: 'target-groups/$name',
  component: page(() => import('../features/load-balancing/TargetGroupPage.tsx')),
  validateSearch: targetGroupSearch,
  staticData: { subject: 'name' },
})

const families = createRoute({
  getParentRoute: () => region,
  path: 'task-definitions',
  component: page(() => import('../features/task-definitions/FamiliesPage.tsx')),
  validateSearch: familiesSearch,
  staticData: { title: { en: 'Task definitions', ko: '태스크 정의' }, menu: { group: 'ecs', key: 'd' } },
})

const family = createRoute({
  getParentRoute: () => region,
  path: 'task-definitions/$family',
  component: page(() => import('../features/task-definitions/family/FamilyPage.tsx')),
  validateSearch: familySearch,
  staticData: { subject: 'family' },
})

const revisionComparison = createRoute({
  getParentRoute: () => region,
  path: 'task-definitions/$family/compare',
  component: page(() => import('../features/task-definitions/compare/ComparePage.tsx')),
  validateSearch: compareSearch,
  staticData: { title: { en: 'Compare revisions', ko: '개정 비교' } },
})

const revision = createRoute({
  getParentRoute: () => region,
  path: 'task-definitions/$family/$revision',
  component: page(() => import('../features/task-definitions/revision/RevisionPage.tsx')),
  staticData: { subject: 'revision' },
})

/** Beside the families, not below them: a family may have any name. */
const workbench = createRoute({
  getParentRoute: () => region,
  path: 'task-definition-editor',
  component: page(workbenchPage),
  validateSearch: workbenchSearch,
  staticData: {
    title: { en: 'Task definition editor', ko: '태스크 정의 편집기' },
    menu: { group: 'ecs', key: 'e' },
  },
})

const cutovers = createRoute({
  getParentRoute: () => region,
  path: 'cutovers',
  component: page(() => import('../features/cutover/CutoversPage.tsx')),
  validateSearch: cutoversSearch,
  staticData: {
    title: { en: 'Open cutovers', ko: '진행 중인 전환' },
    menu: { group: 'cutover', key: 'v' },
  },
})

const newCutover = createRoute({
  getParentRoute: () => region,
  path: 'cutovers/new',
  component: page(() => import('../features/cutover/NewCutoverPage.tsx')),
  // Read by the page, which few visits need.
  validateSearch: (raw: Record<string, unknown>) => raw as NewCutoverSearch,
  staticData: { title: { en: 'New cutover', ko: '새 전환' } },
})

const cutover = createRoute({
  getParentRoute: () => region,
  path: 'cutovers/$zone/$hostname',
  component: page(() => import('../features/cutover/CutoverPage.tsx')),
  validateSearch: cutoverSearch,
  staticData: { subject: 'hostname' },
})

export const routeTree = root.addChildren([
  home,
  ...signIn,
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
    families,
    family,
    revisionComparison,
    revision,
    workbench,
    cutovers,
    newCutover,
    cutover,
  ]),
])
