/** What the table of services shows of the fleet behind it. */
import type { Fleet } from '../../data/ecs/services.ts'
import { intervals } from '../../data/polling.ts'
import { useText } from '../../i18n/use-text.ts'
import type { BlockState } from '../../ui/block-state.ts'
import { failureWords } from '../../widgets/problem/block-state.ts'
import { problemWords } from '../../widgets/problem/problem-words.ts'

export function useFleetState(fleet: Fleet): BlockState {
  const say = useText()
  return {
    loading: fleet.status === 'loading',
    fetching: fleet.fetching,
    updatedAt: fleet.fetchedAt > 0 ? fleet.fetchedAt : undefined,
    intervalMs: intervals.visibleServices.steady,
    problem: fleet.problem && problemWords(say, fleet.problem),
    failures: failureWords(fleet.failures),
    refresh: fleet.refresh,
  }
}
