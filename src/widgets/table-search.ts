/** A table's filter, sort, page and selection, held in the URL's search parameters. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { readTableSearch, type TableSearch } from '../ui/table-search.ts'

/** `const [search, setSearch] = useTableSearch()`: for the one table of a page or tab. Other parameters are kept. */
export function useTableSearch(): [TableSearch, (next: TableSearch) => void] {
  const { q, sort, desc, page, sel } = useSearch({
    strict: false,
    select: readTableSearch,
    structuralSharing: true,
  })
  const navigate = useNavigate()
  const search = useMemo(() => ({ q, sort, desc, page, sel }), [q, sort, desc, page, sel])
  const setSearch = useCallback(
    (next: TableSearch) =>
      void navigate({
        to: '.',
        search: (previous: object) => ({ ...previous, ...next }),
        // Ten filter steps are one step back.
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return [search, setSearch]
}
