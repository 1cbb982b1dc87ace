/** What every page stands in. */
import { SessionProvider } from './SessionProvider.tsx'
import { Shell } from './Shell.tsx'

export function RootPage() {
  return (
    <SessionProvider>
      <Shell />
    </SessionProvider>
  )
}
