/** The editor's part of the address, and how to change it. */
import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { workbenchSearch, type WorkbenchSearch } from './search.ts'

const route = getRouteApi('/$region/task-definition-editor')

export function useWorkbenchSearch(): [WorkbenchSearch, (change: Partial<WorkbenchSearch>) => void] {
  const search = route.useSearch({ select: workbenchSearch, structuralSharing: true })
  const navigate = route.useNavigate()
  const change = useCallback(
    (wanted: Partial<WorkbenchSearch>) =>
      void navigate({
        to: '.',
        search: (before) => workbenchSearch({ ...before, ...wanted }),
        replace: true,
        // The page stays where it is: only a part of it is another.
        resetScroll: false,
      }),
    [navigate],
  )
  return [search, change]
}
