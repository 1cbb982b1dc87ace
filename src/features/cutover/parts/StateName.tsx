/** The name of a state of a plan. */
import type { Plan } from '../../../core/cutover/plan.ts'
import { useText } from '../../../i18n/use-text.ts'
import { stateName } from './state-words.ts'
import './parts.css'

export function StateName({ plan, state }: { plan: Plan; state: number }) {
  const say = useText()
  return <span className="tg-figures">{say(stateName(plan, state))}</span>
}
