/** Makes the router; its type is registered so that every link and search parameter in the product is checked. */
import { createRouter } from '@tanstack/react-router'
import { NotFound, RouteError } from './RouteError.tsx'
import type { RouterContext } from './router-context.ts'
import { routeTree } from './routes.tsx'

export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    // Hovering a link does not preload: AWS calls follow clicks, never the mouse.
    defaultPreload: false,
    scrollRestoration: true,
  })
}

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
