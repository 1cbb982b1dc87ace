/** Whether the side navigation is open: as the reader left it where there is room beside a page, else only until the next page. */
import { useRouterState } from '@tanstack/react-router'
import { useState, useSyncExternalStore } from 'react'
import { setPreferences } from './preferences.ts'
import { usePreferences } from './use-preferences.ts'

/** Less would leave a page with half of the window. */
const roomy = '(min-width: 900px)'

export function useNavigation(): { isOpen: boolean; setOpen: (isOpen: boolean) => void } {
  const { navigationOpen } = usePreferences()
  const hasRoom = useSyncExternalStore(watchRoom, () => matchMedia(roomy).matches)
  const pathname = useRouterState({ select: (state) => (hasRoom ? '' : state.location.pathname) })
  const [openedAt, setOpenedAt] = useState<string>()
  return hasRoom
    ? { isOpen: navigationOpen, setOpen: (isOpen) => setPreferences({ navigationOpen: isOpen }) }
    : { isOpen: openedAt === pathname, setOpen: (isOpen) => setOpenedAt(isOpen ? pathname : undefined) }
}

function watchRoom(changed: () => void): () => void {
  const query = matchMedia(roomy)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}
