/** Prepares a cutover: what shall move where, whether it may, how, and the start. */
import { CutoverWizard } from './start/CutoverWizard.tsx'
import { useCutovers } from '../../data/cutover/use-cutovers.ts'

export default function NewCutoverPage() {
  const cutovers = useCutovers()
  return <CutoverWizard cutovers={cutovers} />
}
