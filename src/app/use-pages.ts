/** What the list of routes says about the page that is shown. */
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type Crumb, type PagesById, crumbsOf, hrefInRegion } from './menu.ts'

/** Static data of every route by its id. */
export function usePages(): PagesById {
  const router = useRouter()
  return useMemo(
    () =>
      Object.fromEntries(
        Object.entries(router.routesById).map(([id, route]) => [id, route.options.staticData]),
      ),
    [router],
  )
}

interface CurrentPage {
  routeId: string
  params: Record<string, string | undefined>
}

function useCurrentPage(): CurrentPage {
  const last = useRouterState({ select: (state) => state.matches.at(-1) })
  const routeId: string = last?.routeId ?? ''
  const params = last?.params as Record<string, string | undefined> | undefined
  return useMemo(() => ({ routeId, params: params ?? {} }), [routeId, params])
}

export function useCrumbs(): Crumb[] {
  const pages = usePages()
  const { routeId, params } = useCurrentPage()
  return useMemo(() => crumbsOf(routeId, params, pages), [routeId, params, pages])
}

/** Where to look at this kind of page in another Region. */
export function useRegionHref(): (region: string) => string {
  const pages = usePages()
  const { routeId } = useCurrentPage()
  return useCallback((region) => hrefInRegion(routeId, region, pages), [routeId, pages])
}
